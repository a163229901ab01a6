"""What tests share: made-up cases, real material, waiting, the environment they stand in."""
