using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Query;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>Runs the steps of a stage in their order, each with its own context and images.</summary>
internal sealed class StageRunner
{
    private readonly Platform platform;
    private readonly PluginServices services;

    public StageRunner(Platform platform, PluginServices services)
    {
        this.platform = platform;
        this.services = services;
    }

    /// <summary>Runs stage 10 and gives the context that the later stages hang from.</summary>
    public StageScope RunPreValidation(MessageCall call, bool ownVariables)
    {
        var variables = new ParameterCollection();
        if (call.Caller.Tag is { } tag && call.Caller.Parent is null)
        {
            variables["tag"] = tag;
        }

        var first = new StageScope(call.Caller.Parent, variables);
        var context = Run(call, 10, first) ?? NewContext(call, 10, first, null);
        return ownVariables ? new StageScope(context, new ParameterCollection()) : first;
    }

    /// <summary>Runs one stage; the last context used, or null where no step applies.</summary>
    public PluginContext? Run(MessageCall call, int stage, StageScope scope)
    {
        PluginContext? context = null;
        foreach (var step in platform.Model.Steps.Where(step => step.Stage == stage && Applies(step, call)))
        {
            context = NewContext(call, stage, scope, step);
            AddImages(context, call, step);
            Execute(call, step.Id, step.PluginTypeId, step.Configuration, context);
        }

        return context;
    }

    /// <summary>Stage 30 of a custom API.</summary>
    public void RunMain(MessageCall call, CustomApiDefinition api)
    {
        if (api.PluginTypeId is { } type)
        {
            var scope = new StageScope(call.Caller.Parent, new ParameterCollection());
            Execute(call, type, type, null, NewContext(call, 30, scope, null));
        }
    }

    private void Execute(MessageCall call, Guid registrationId, Guid pluginTypeId, string? configuration, PluginContext context)
    {
        // Stage 10 of a call from outside stands before the transaction: each of its own calls commits alone.
        var transaction = context.Stage == 10 ? call.Caller.Transaction : call.Transaction;
        var record = platform.Executions.Begin(call, context, platform.Model.PluginTypes[pluginTypeId]);
        var inner = new Caller
        {
            UserId = context.UserId,
            InitiatingUserId = context.InitiatingUserId,
            Depth = call.Caller.Depth + 1,
            Transaction = transaction,
            Parent = context,
            CorrelationId = context.CorrelationId,
        };
        PluginCall.Run(platform.Plugins.Instance(registrationId, pluginTypeId, configuration), services.For(context, inner, record), record);
    }

    private bool Applies(StepDefinition step, MessageCall call)
    {
        if (platform.DisabledSteps.ContainsKey(step.Id))
        {
            return false;
        }

        if (step.Message != call.Message || (step.PrimaryEntity is not null && step.PrimaryEntity != call.Table?.LogicalName))
        {
            return false;
        }

        // Presence in the target counts, not a changed value.
        return step.FilteringAttributes.Count == 0 || step.FilteringAttributes.Any(call.Target.Contains);
    }

    private PluginContext NewContext(MessageCall call, int stage, StageScope scope, StepDefinition? step)
    {
        var userId = step?.ImpersonatingUser is { } name ? platform.Users.IdOfFullName(name) : call.Caller.UserId;
        return new PluginContext
        {
            Stage = stage,
            MessageName = call.Message,
            PrimaryEntityName = call.Table?.LogicalName ?? "none",
            PrimaryEntityId = call.RowId,
            InputParameters = call.Inputs,
            OutputParameters = stage is 30 or 40 ? call.Outputs : new ParameterCollection(),
            SharedVariables = scope.Variables,
            ParentContext = scope.Parent,
            UserId = userId,
            InitiatingUserId = call.Caller.InitiatingUserId,
            InitiatingUserObjectId = platform.Users.Find(call.Caller.InitiatingUserId)?.ObjectId ?? Guid.Empty,
            InitiatingUserApplicationId = platform.Users.Find(call.Caller.InitiatingUserId)?.ClientId ?? Guid.Empty,
            UserObjectId = platform.Users.Find(userId)?.ObjectId ?? Guid.Empty,
            Depth = call.Caller.Depth,
            CorrelationId = call.Caller.CorrelationId,
            IsInTransaction = stage != 10 || call.Caller.Transaction is not null,
            OperationCreatedOn = platform.Now,
            OwningExtension = step is null ? null : new EntityReference("sdkmessageprocessingstep", step.Id) { Name = step.Name },
        };
    }

    private void AddImages(PluginContext context, MessageCall call, StepDefinition step)
    {
        foreach (var image in step.Images)
        {
            var before = image.Before
                ? call.Before ?? (context.Stage == 10 ? call.Transaction.Find(call.Table!.LogicalName, call.RowId) : null)
                : null;
            AddImage(context.PreEntityImages, call, image, before);
            AddImage(context.PostEntityImages, call, image, image.After && context.Stage == 40 ? call.After : null);
        }
    }

    private void AddImage(EntityImageCollection images, MessageCall call, StepImage image, Row? row)
    {
        if (row is not null)
        {
            images[image.Alias] = EntityProjection.Image(platform.Model, call.Transaction, call.Table!, image.Columns, row);
        }
    }
}
