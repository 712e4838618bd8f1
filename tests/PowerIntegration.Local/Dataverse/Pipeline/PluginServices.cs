using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.PluginTelemetry;
using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>Makes the service provider of one plug-in execution.</summary>
internal sealed class PluginServices
{
    private readonly MessagePipeline pipeline;

    public PluginServices(MessagePipeline pipeline) => this.pipeline = pipeline;

    public IServiceProvider For(PluginContext context, Caller caller, ExecutionRecord record) =>
        new Provider(context, new Factory(pipeline, caller, record), record);

    private sealed class Provider : IServiceProvider
    {
        private readonly PluginContext context;
        private readonly Factory factory;
        private readonly ExecutionRecord record;

        public Provider(PluginContext context, Factory factory, ExecutionRecord record)
        {
            this.context = context;
            this.factory = factory;
            this.record = record;
        }

        public object GetService(Type serviceType)
        {
            if (serviceType.IsInstanceOfType(context))
            {
                return context;
            }

            return serviceType == typeof(IOrganizationServiceFactory) ? factory
                : serviceType == typeof(ITracingService) ? record
                : serviceType == typeof(ILogger) ? new PluginLogger(record)
                : throw Faults.NotBuilt($"The plug-in service '{serviceType.FullName}'");
        }
    }

    private sealed class Factory : IOrganizationServiceFactory
    {
        private readonly MessagePipeline pipeline;
        private readonly Caller caller;
        private readonly ExecutionRecord record;

        public Factory(MessagePipeline pipeline, Caller caller, ExecutionRecord record)
        {
            this.pipeline = pipeline;
            this.caller = caller;
            this.record = record;
        }

        // Null is the platform itself, an empty id the user of the step, any other id that user.
        public IOrganizationService CreateOrganizationService(Guid? userId) =>
            new PipelineService(
                pipeline,
                caller with
                {
                    UserId =
                        userId is null ? Caller.System.UserId
                        : userId == Guid.Empty ? caller.UserId
                        : userId.Value,
                },
                record
            );
    }
}
