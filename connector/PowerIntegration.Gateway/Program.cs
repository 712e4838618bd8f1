using Microsoft.AspNetCore.Builder;
using PowerIntegration.Gateway.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddGateway();
var app = builder.Build();
app.UseGateway();
await app.RunAsync();
