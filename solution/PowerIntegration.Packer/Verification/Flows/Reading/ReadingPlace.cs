using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>Where in a flow an expression is evaluated.</summary>
/// <param name="Model">The flow.</param>
/// <param name="Step">The action; null in a trigger.</param>
/// <param name="HasTrigger">True where the trigger has fired, so that its body can be read.</param>
/// <param name="Item">What item() gives; null where it gives nothing.</param>
internal sealed record ReadingPlace(FlowModel Model, FlowStep? Step, bool HasTrigger, ValueShape? Item)
{
    /// <summary>True where the body of the trigger is not yet split into one run per entry.</summary>
    public bool IsBeforeSplit { get; init; }

    /// <summary>The place where an action's inputs are evaluated.</summary>
    public static ReadingPlace In(FlowModel model, FlowStep step, ValueShape? item = null) => new(model, step, true, item);
}
