using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>The execution context a plug-in sees.</summary>
internal sealed class PluginContext : IPluginExecutionContext5
{
    public int Stage { get; init; }

    public IPluginExecutionContext? ParentContext { get; init; }

    public int Mode => 0;

    // The sandbox, as for every plug-in online.
    public int IsolationMode => 2;

    public int Depth { get; init; }

    public string MessageName { get; init; } = "";

    public string PrimaryEntityName { get; init; } = "";

    public Guid? RequestId => CorrelationId;

    public string SecondaryEntityName => "none";

    public ParameterCollection InputParameters { get; init; } = new();

    public ParameterCollection OutputParameters { get; init; } = new();

    public ParameterCollection SharedVariables { get; init; } = new();

    public Guid UserId { get; init; }

    public Guid InitiatingUserId { get; init; }

    public Guid BusinessUnitId => SystemTables.BusinessUnitId;

    public Guid OrganizationId => SystemTables.OrganizationId;

    public string OrganizationName => "local";

    public Guid PrimaryEntityId { get; init; }

    public EntityImageCollection PreEntityImages { get; } = new();

    public EntityImageCollection PostEntityImages { get; } = new();

    public EntityReference? OwningExtension { get; init; }

    public Guid CorrelationId { get; init; }

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsInTransaction { get; init; }

    public Guid OperationId => Guid.Empty;

    public DateTime OperationCreatedOn { get; init; }

    public Guid UserObjectId { get; init; }

    public Guid InitiatingUserObjectId { get; init; }

    public Guid UserAzureActiveDirectoryObjectId => UserObjectId;

    public Guid InitiatingUserAzureActiveDirectoryObjectId => InitiatingUserObjectId;

    public Guid InitiatingUserApplicationId { get; init; }

    public Guid PortalsContactId => Guid.Empty;

    public bool IsPortalsClientCall => false;

    public Guid AuthenticatedUserId => InitiatingUserId;

    // One row at a time: bulk messages run their rows one by one here.
    public EntityImageCollection[] PreEntityImagesCollection => [PreEntityImages];

    public EntityImageCollection[] PostEntityImagesCollection => [PostEntityImages];

    public string InitiatingUserAgent => "";
}
