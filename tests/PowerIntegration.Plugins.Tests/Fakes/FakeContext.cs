using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Plugins.Tests.Fakes;

/// <summary>The context of one execution.</summary>
internal sealed class FakeContext : IPluginExecutionContext3
{
    public required string MessageName { get; init; }

    public string PrimaryEntityName { get; init; } = "none";

    public required int Stage { get; init; }

    public IPluginExecutionContext? ParentContext { get; init; }

    public ParameterCollection InputParameters { get; } = [];

    public ParameterCollection OutputParameters { get; } = [];

    public ParameterCollection SharedVariables { get; } = [];

    public EntityImageCollection PreEntityImages { get; } = [];

    public EntityImageCollection PostEntityImages { get; } = [];

    public static DateTime Today { get; } = new(2025, 11, 4, 15, 0, 0, DateTimeKind.Utc);

    public DateTime OperationCreatedOn { get; init; } = Today;

    public Guid CorrelationId { get; } = new("0c0ffee0-0000-0000-0000-000000000001");

    public int Mode => 0;

    public int IsolationMode => 2;

    public int Depth => ParentContext is null ? 1 : ParentContext.Depth + 1;

    public Guid? RequestId => null;

    public string SecondaryEntityName => "none";

    public Guid UserId
    {
        get => field == Guid.Empty ? InitiatingUserId : field;
        init;
    }

    public Guid InitiatingUserId { get; init; }

    public Guid AuthenticatedUserId
    {
        get => field == Guid.Empty ? InitiatingUserId : field;
        init;
    }

    public Guid InitiatingUserApplicationId { get; init; }

    public Guid UserAzureActiveDirectoryObjectId => Guid.Empty;

    public Guid InitiatingUserAzureActiveDirectoryObjectId => Guid.Empty;

    public Guid PortalsContactId => Guid.Empty;

    public bool IsPortalsClientCall => false;

    public Guid BusinessUnitId => Guid.Empty;

    public Guid OrganizationId => Guid.Empty;

    public string OrganizationName => "test";

    public Guid PrimaryEntityId { get; init; }

    public EntityReference OwningExtension => new("sdkmessageprocessingstep");

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsInTransaction => true;

    public Guid OperationId => Guid.Empty;

    public static FakeContext OfApi(
        string message,
        Guid user = default,
        Guid application = default,
        Guid authenticated = default,
        DateTime? now = null
    ) =>
        new()
        {
            OperationCreatedOn = now ?? Today,
            MessageName = message,
            Stage = 30,
            InitiatingUserId = user,
            InitiatingUserApplicationId = application,
            AuthenticatedUserId = authenticated,
        };

    public static FakeContext OfStep(
        string message,
        Entity target,
        Entity? before,
        IPluginExecutionContext? caller,
        Guid user,
        Guid application = default,
        DeclaredStep? declared = null,
        Guid? acting = null
    )
    {
        var step = declared ?? StepRegistry.Find(message, target.LogicalName);
        var context = new FakeContext
        {
            MessageName = message,
            PrimaryEntityName = target.LogicalName,
            PrimaryEntityId = target.Id,
            Stage = (int)step.Stage,
            ParentContext = caller,
            InitiatingUserId = caller?.InitiatingUserId ?? user,
            UserId = acting ?? Guid.Empty,
            InitiatingUserApplicationId = (caller as IPluginExecutionContext2)?.InitiatingUserApplicationId ?? application,
        };
        context.InputParameters["Target"] = message == "Delete" ? target.ToEntityReference() : target;
        if (step.PreImage.Length > 0 && before is not null)
        {
            var image = new Entity(before.LogicalName, before.Id);
            foreach (var column in step.PreImageAttributes.Where(before.Contains))
            {
                image[column] = before[column];
            }

            context.PreEntityImages[step.PreImage] = image;
        }

        return context;
    }
}
