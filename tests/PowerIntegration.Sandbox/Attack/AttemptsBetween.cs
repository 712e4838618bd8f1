using PowerIntegration.Local.Identity;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Attack;

/// <summary>Makes the attempts between two steps of the billing, and notices the first that changed something.</summary>
internal sealed class AttemptsBetween
{
    // Attempts between two looks at the rows.
    private const int ProgressStep = 100;

    private readonly RunningSandbox sandbox;
    private readonly Func<RunningSandbox, int, Task>? hole;
    private readonly Choice choice;
    private readonly Targets targets;
    private readonly Intruders intruders;
    private readonly IReadOnlyList<Func<SandboxUser, Attempt?>> always;
    private readonly IReadOnlyList<Func<SandboxUser, Attempt?>> atTheEnd;
    private readonly SortedDictionary<string, Dictionary<AttemptFate, int>> counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public AttemptsBetween(
        RunningSandbox sandbox,
        ForgedTokens tokens,
        int seed,
        Func<RunningSandbox, int, Task>? hole,
        CancellationToken cancellation
    )
    {
        this.sandbox = sandbox;
        this.hole = hole;
        choice = new Choice(seed);
        targets = new Targets(sandbox);
        intruders = new Intruders(sandbox);
        var sender = new AttackSender(sandbox, cancellation);
        var rows = new RowAttempts(targets, intruders, sender, choice);
        var operations = new OperationAttempts(targets, intruders, sender, choice);
        var gateway = new GatewayAttempts(targets, intruders, sender, choice);
        var forged = new TokenAttempts(targets, gateway, tokens, sandbox, sender, choice);
        always = [.. rows.Kinds, .. operations.Kinds, .. gateway.Kinds, .. forged.Kinds];
        atTheEnd = [.. always, .. operations.KindsAtTheEnd, .. gateway.KindsAtTheEnd];
    }

    /// <summary>Takes every attempt with its answer; null where no one wants to know.</summary>
    public Action<int, Attempt, AttackAnswer>? Told { get; init; }

    /// <summary>Attempts made so far.</summary>
    public int Made { get; private set; }

    /// <summary>Makes attempts up to a number; gives the first success.</summary>
    /// <param name="upTo">Number of the last one.</param>
    /// <param name="isAtTheEnd">True where nothing is left to bill.</param>
    /// <param name="progress">Takes the number of attempts made.</param>
    public async Task<AttackSuccess?> MakeAsync(int upTo, bool isAtTheEnd, Action<int> progress)
    {
        targets.Refresh();
        var before = Books.Read(sandbox);
        while (Made < upTo)
        {
            var attempt = Next(isAtTheEnd ? atTheEnd : always);
            Made++;
            var answer = await attempt.Send();
            if (hole is not null)
            {
                await hole(sandbox, Made);
            }

            if (Success(attempt, answer, ref before) is { } success)
            {
                return success;
            }

            Count(attempt, answer);
            Told?.Invoke(Made, attempt, answer);
            if (Made % ProgressStep == 0)
            {
                progress(Made);
            }
        }

        return null;
    }

    /// <summary>What became of the run.</summary>
    public AttackResult Result(AttackSuccess? success) =>
        new()
        {
            Attempts = Made,
            Intruders = seen.Count,
            Counts = counts.ToDictionary(kind => kind.Key, kind => (IReadOnlyDictionary<AttemptFate, int>)kind.Value),
            Success = success,
        };

    // What is refused by its status changed nothing: a request is one transaction. Of an attempt of several requests only the last one may be.
    private AttackSuccess? Success(Attempt attempt, AttackAnswer answer, ref Books before)
    {
        if (attempt.MustBeRefused && answer.IsTaken)
        {
            return new AttackSuccess(Made, attempt, answer, ["It was not refused."]);
        }

        if (!answer.IsTaken && hole is null && answer.Status is 401 or 403)
        {
            return null;
        }

        var now = Books.Read(sandbox);
        var difference = before.Difference(now);
        before = now;
        return difference is null ? null : new AttackSuccess(Made, attempt, answer, [difference]);
    }

    private Attempt Next(IReadOnlyList<Func<SandboxUser, Attempt?>> kinds)
    {
        while (true)
        {
            if (choice.Of(kinds)(choice.Of(intruders.Drawn)) is { } attempt)
            {
                return attempt;
            }
        }
    }

    private void Count(Attempt attempt, AttackAnswer answer)
    {
        seen.Add(attempt.Who);
        if (!counts.TryGetValue(attempt.Kind, out var fates))
        {
            counts[attempt.Kind] = fates = [];
        }

        var fate = answer.Status switch
        {
            401 => AttemptFate.NotSignedIn,
            403 => AttemptFate.NotAllowed,
            >= 400 => AttemptFate.Refused,
            _ => AttemptFate.WithoutEffect,
        };
        fates[fate] = fates.GetValueOrDefault(fate) + 1;
    }
}
