using PowerIntegration.Packer;

return PackerCommand.Create().Parse(args).Invoke();
