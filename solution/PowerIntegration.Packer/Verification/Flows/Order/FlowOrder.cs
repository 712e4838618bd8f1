using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Flows.Order;

/// <summary>Which actions of a flow have ended when another one begins, as runAfter and nesting say it.</summary>
/// <param name="flow">The flow.</param>
internal sealed class FlowOrder(FlowSource flow)
{
    /// <summary>The action that another one waits for, or null where its scope has none of that name.</summary>
    public FlowStep? Beside(FlowStep step, string name) => Siblings(step).FirstOrDefault(other => IsNamed(other, name));

    /// <summary>True where the action waits for itself, over however many others.</summary>
    public bool IsInCircle(FlowStep step) => Before(step).Contains(step);

    /// <summary>What an action can know of another one.</summary>
    public Sight From(FlowStep reader, FlowStep target)
    {
        if (reader == target)
        {
            return Sight.None("it is the action itself");
        }

        (FlowStep here, FlowStep there) = InOneScope(reader, target);
        if (here == there)
        {
            return Nested(reader, target, here);
        }

        if (!Before(here).Contains(there))
        {
            return Sight.None("it is not among the actions that runAfter leads back to, so it may run later");
        }

        return Through(target, there, RanFor(here, there));
    }

    // One of the two is around the other, or both are in different branches of the same action.
    private Sight Nested(FlowStep reader, FlowStep target, FlowStep common)
    {
        if (common == target)
        {
            return Sight.None("it is around this action and has not ended");
        }

        if (common != reader)
        {
            return Sight.None("it is in another branch");
        }

        // The expression of an Until is evaluated after the actions inside it.
        FlowStep outermost = target.SelfAndAround.First(step => step.Parent == reader);
        return reader.Kind == "Until" ? Through(target, outermost, isCertain: true) : Sight.None("it runs inside this action");
    }

    // Down from the action of the common scope to the one that is read.
    private Sight Through(FlowStep target, FlowStep outermost, bool isCertain)
    {
        FlowStep[] inside = [.. target.SelfAndAround.TakeWhile(step => step != outermost)];
        FlowStep[] around = inside.Length == 0 ? [] : [.. inside.Skip(1), outermost];
        if (around.FirstOrDefault(step => step.IsLoop) is { } loop)
        {
            return Sight.None($"it is inside the loop {loop.Name}, whose rounds cannot be told apart outside");
        }

        bool mayBeSkipped = !isCertain || around.Any(step => step.IsChoice) || inside.Any(step => !RunsWithItsScope(step));
        bool mayHaveFailed = !isCertain || mayBeSkipped || inside.Any(IsHandled);
        return new Sight(null, mayBeSkipped, mayHaveFailed);
    }

    private static (FlowStep Here, FlowStep There) InOneScope(FlowStep reader, FlowStep target)
    {
        foreach (FlowStep here in reader.SelfAndAround)
        {
            if (target.SelfAndAround.FirstOrDefault(here.IsBeside) is { } there)
            {
                return (here, there);
            }
        }

        throw new InvalidOperationException("All actions of a flow are in one tree.");
    }

    private IEnumerable<FlowStep> Siblings(FlowStep step) => (step.Parent?.Children ?? flow.Actions).Where(step.IsBeside);

    private IEnumerable<FlowStep> DirectlyBefore(FlowStep step) => step.RunAfter.Select(entry => Beside(step, entry.Name)).OfType<FlowStep>();

    private HashSet<FlowStep> Before(FlowStep step)
    {
        HashSet<FlowStep> found = [];
        Stack<FlowStep> open = new(DirectlyBefore(step));
        while (open.TryPop(out FlowStep? next))
        {
            if (found.Add(next))
            {
                DirectlyBefore(next).ToList().ForEach(open.Push);
            }
        }

        return found;
    }

    // A chain in which each waits for the success of the one before proves that the first one ran and succeeded.
    private bool RanFor(FlowStep step, FlowStep earlier)
    {
        HashSet<FlowStep> seen = [];
        Stack<FlowStep> open = new([step]);
        while (open.TryPop(out FlowStep? next))
        {
            if (next == earlier)
            {
                return true;
            }

            if (seen.Add(next))
            {
                next.RunAfter.Where(entry => IsSuccess(entry.Statuses))
                    .Select(entry => Beside(next, entry.Name))
                    .OfType<FlowStep>()
                    .ToList()
                    .ForEach(open.Push);
            }
        }

        return false;
    }

    private bool RunsWithItsScope(FlowStep step) =>
        Before(step).Append(step).All(earlier => earlier.RunAfter.All(entry => IsSuccess(entry.Statuses)));

    private bool IsHandled(FlowStep step) =>
        Siblings(step).Any(other => other.RunAfter.Any(entry => IsNamed(step, entry.Name) && !IsSuccess(entry.Statuses)));

    private static bool IsSuccess(IReadOnlyList<string> statuses) =>
        statuses.Count == 1 && statuses[0].Equals("Succeeded", StringComparison.OrdinalIgnoreCase);

    private static bool IsNamed(FlowStep step, string name) => step.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
