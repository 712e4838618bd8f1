using PowerIntegration.Gateway.Hosting;

return await GatewayStart.RunAsync(args, Console.Error);
