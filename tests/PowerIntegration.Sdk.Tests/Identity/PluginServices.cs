using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Sdk.Tests.Identity;

/// <summary>The least a plug-in is handed: a context that is an update of one row, and a factory.</summary>
internal sealed class PluginServices(IOrganizationService service, Guid rowId)
    : IServiceProvider,
        IOrganizationServiceFactory,
        IPluginExecutionContext
{
    public ParameterCollection InputParameters { get; } = new() { { "Target", new Entity("invoice", rowId) } };

    public ParameterCollection OutputParameters { get; } = [];

    public ParameterCollection SharedVariables { get; } = [];

    public EntityImageCollection PreEntityImages { get; } = [];

    public EntityImageCollection PostEntityImages { get; } = [];

    public int Stage => 20;

    public IPluginExecutionContext? ParentContext => null;

    public int Mode => 0;

    public int IsolationMode => 2;

    public int Depth => 1;

    public string MessageName => "Update";

    public string PrimaryEntityName => "invoice";

    public Guid? RequestId => null;

    public string SecondaryEntityName => "none";

    public Guid UserId => Guid.Empty;

    public Guid InitiatingUserId => Guid.Empty;

    public Guid BusinessUnitId => Guid.Empty;

    public Guid OrganizationId => Guid.Empty;

    public string OrganizationName => "test";

    public Guid PrimaryEntityId => rowId;

    public EntityReference? OwningExtension => null;

    public Guid CorrelationId => Guid.Empty;

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsInTransaction => true;

    public Guid OperationId => Guid.Empty;

    public DateTime OperationCreatedOn => DateTime.UnixEpoch;

    public object? GetService(Type serviceType) => serviceType.IsInstanceOfType(this) ? this : null;

    public IOrganizationService CreateOrganizationService(Guid? userId) => service;
}
