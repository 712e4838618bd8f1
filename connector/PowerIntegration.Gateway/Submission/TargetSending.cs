using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Submission;

/// <summary>
/// Brings the parts of one document into the target system, one after the other: look, make, finish, read back; or look, act, read back. No system
/// that we send to has an idempotency key, so every way into the making goes through a look-up, whatever leaves its outcome open is followed by one,
/// and what the system said it made is never made again.
/// </summary>
internal sealed class TargetSending(TimeProvider clock)
{
    /// <summary>
    /// How long a record may be there without being shown. Until then a refusal of what was sent before may be the echo of a making whose answer was
    /// lost, and a record that was made and does not show is waited for.
    /// </summary>
    public static readonly TimeSpan HiddenMax = TimeSpan.FromDays(1);

    private readonly List<string> answers = [];

    /// <summary>What the system answered to everything that was sent, in order; null where nothing was.</summary>
    public string? Answers => answers.Count == 0 ? null : string.Join("\n\n", answers);

    /// <summary>Runs the steps as far as the budget allows. The caller holds the claim.</summary>
    public async Task<SendResult> SendAsync(
        ITarget target,
        ClaimedDocument document,
        IReadOnlyList<TargetPart> parts,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var there = new List<Found>();
        string? remark = null,
            code = null;
        var isChanged = false;
        foreach (var part in parts)
        {
            var sending = new Sending(target, document, part, budget, cancellationToken) { IsLookedAtOnly = document.IsLookedAtOnly || isChanged };
            switch (await SendAsync(sending, there))
            {
                case SendResult.InTarget inTarget:
                    there.AddRange(inTarget.Records);
                    code = remark is null ? inTarget.Code : code;
                    remark ??= inTarget.Remark;

                    // Where someone changed or canceled one there, no other is made beside it, and each is looked at before anything is decided.
                    isChanged |= part.IsMade && inTarget.Records.Any(record => !record.IsAsPrepared);
                    break;
                case SendResult.Taken taken:
                    return taken with { Ours = there };
                case SendResult.Refused refused:
                    return refused with { Records = [.. there, .. refused.Records] };
                case SendResult.TurnedAway turnedAway:
                    return there.Count > 0 ? new SendResult.Pending(turnedAway.Kind.Code, turnedAway.Sentence, IsOnItsWay: false, there) : turnedAway;
                case SendResult.Pending pending:
                    return pending with { Records = [.. there, .. pending.Records] };
                default:
                    throw new InvalidOperationException("The kind of result is unknown.");
            }
        }

        return new SendResult.InTarget(there, remark) { Code = code };
    }

    private async Task<SendResult> SendAsync(Sending sending, IReadOnlyList<Found> before)
    {
        var isOnItsWay = false;
        try
        {
            var found = await FindAsync(sending);
            if (found is null && sending.IsLookedAtOnly)
            {
                return MayBeEcho(sending) ? MayBeHidden(sending) : new SendResult.InTarget([], null);
            }

            if (found is null)
            {
                if (!sending.Part.IsMade || sending.Document.HasMade(sending.Part))
                {
                    return Hidden(sending);
                }

                if (sending.Budget.Exhausted)
                {
                    return Spent(isOnItsWay: false, []);
                }

                isOnItsWay = true;
                var made = await MakeAsync(sending);
                if (made is not SendResult.InTarget { Records: [var record] })
                {
                    return made;
                }

                found = record;
            }

            // Once the system has named it, every later call finds it or waits for it, so that no second one can be created.
            isOnItsWay = false;
            return !found.IsOurs ? new SendResult.Taken(found, []) : await FinishAsync(sending, found);
        }
        catch (IntegrationException failure) when (isOnItsWay || before.Count > 0 || IsOutage(failure))
        {
            return new SendResult.Pending(failure.Kind.Code, failure.Message, isOnItsWay, []);
        }
    }

    private static Task<Found?> FindAsync(Sending sending) =>
        sending.Target.FindAsync(sending.Document, sending.Part, sending.Budget, sending.CancellationToken);

    private async Task<SendResult> MakeAsync(Sending sending)
    {
        var applied = await sending.Target.ApplyAsync(sending.Document, sending.Part, sending.Budget, sending.CancellationToken);
        answers.Add(Said(applied.Answer));
        switch (applied.Answer)
        {
            case WriteAnswer.TurnedAway turnedAway:
                return new SendResult.TurnedAway(turnedAway.Kind, turnedAway.Sentence, []);
            case WriteAnswer.Done when applied.Made is { IsOurs: true, IsAsPrepared: true } made:
                return new SendResult.InTarget([made], null);
            case WriteAnswer.Unknown when sending.Budget.Exhausted:
                return Spent(isOnItsWay: true, []);
        }

        // Done without saying all of it, refused, or unknown: what the system has now is what counts.
        var found = await FindAsync(sending);
        return (found, applied.Answer) switch
        {
            ({ } record, _) => new SendResult.InTarget([record], null),
            (null, WriteAnswer.Refused refused) when MayBeEcho(sending) => new SendResult.Pending(
                sending.Target.Missing.Code,
                $"{refused.Sentence} An earlier request may have created {sending.Part.Name}. It will be checked again automatically.",
                IsOnItsWay: false,
                []
            ),
            (null, WriteAnswer.Refused refused) => new SendResult.Refused(refused.Sentence, sending.Part, []),
            (null, WriteAnswer.Unknown unknown) => new SendResult.Pending(sending.Target.Unavailable.Code, unknown.Sentence, IsOnItsWay: true, []),
            _ => new SendResult.Pending(
                sending.Target.Missing.Code,
                $"Oracle confirmed {sending.Part.Name} but does not show it. "
                    + "Ask the Oracle administrator if the integration user has access to the business unit.",
                IsOnItsWay: true,
                []
            ),
        };
    }

    // A record that is not the prepared one is not finished; the recording compares again and holds the document.
    private async Task<SendResult> FinishAsync(Sending sending, Found found)
    {
        if (found.IsDone || sending.IsLookedAtOnly || (sending.Part.IsMade && !found.IsAsPrepared))
        {
            return new SendResult.InTarget([found], null);
        }

        if (found.Obstacle is { } obstacle)
        {
            return new SendResult.Refused(obstacle, sending.Part, [found]);
        }

        if (sending.Budget.Exhausted)
        {
            return Unfinished(sending, found, Spent(isOnItsWay: false, []));
        }

        var answer = await AskAsync(sending);
        answers.Add(Said(answer));
        switch (answer)
        {
            case WriteAnswer.Refused refused when !sending.Part.IsMade:
                return new SendResult.Refused(refused.Sentence, sending.Part, []);
            case WriteAnswer.TurnedAway turnedAway when !sending.Part.IsMade:
                return new SendResult.TurnedAway(turnedAway.Kind, turnedAway.Sentence, []);
        }

        var readBack = await ReadBackAsync(sending, found, Remark(answer));
        return readBack is SendResult.InTarget inTarget ? inTarget with { Code = (answer as WriteAnswer.Refused)?.Code } : readBack;
    }

    private static async Task<WriteAnswer> AskAsync(Sending sending) =>
        sending.Part.IsMade
            ? await sending.Target.FinishAsync(sending.Part, sending.Budget, sending.CancellationToken)
            : (await sending.Target.ApplyAsync(sending.Document, sending.Part, sending.Budget, sending.CancellationToken)).Answer;

    private static async Task<SendResult> ReadBackAsync(Sending sending, Found before, string? remark)
    {
        if (sending.Budget.Exhausted)
        {
            return Unfinished(sending, before, Spent(isOnItsWay: false, []));
        }

        try
        {
            return await FindAsync(sending) is { } readBack
                ? new SendResult.InTarget([readBack], remark)
                : Unfinished(sending, before, NotShown(sending));
        }
        catch (IntegrationException failure) when (sending.Part.IsMade || IsOutage(failure))
        {
            return Unfinished(sending, before, new SendResult.Pending(failure.Kind.Code, failure.Message, IsOnItsWay: false, []));
        }
    }

    // What was made is written down with its id even where it is not finished, so that it is never made again.
    private static SendResult Unfinished(Sending sending, Found known, SendResult.Pending pending) =>
        sending.Part.IsMade ? pending with { Records = [known] } : pending;

    private SendResult Hidden(Sending sending)
    {
        if (sending.Document.SentBefore is { } since && clock.GetUtcNow().UtcDateTime - since < HiddenMax)
        {
            return NotShown(sending);
        }

        throw new IntegrationException(
            sending.Target.Missing,
            $"{sending.Document.Document.Name} was sent, but {sending.Part.Name} is no longer in Oracle. "
                + "It will not be sent again. Check Payables to see what happened."
        );
    }

    private static SendResult.Pending NotShown(Sending sending) =>
        new(
            sending.Target.Missing.Code,
            $"{char.ToUpperInvariant(sending.Part.Name[0])}{sending.Part.Name[1..]} was created but is not in Oracle's list yet. "
                + "It will not be sent again. It will be checked again automatically.",
            IsOnItsWay: false,
            []
        );

    private static SendResult.Pending MayBeHidden(Sending sending) =>
        new(
            sending.Target.Missing.Code,
            $"{char.ToUpperInvariant(sending.Part.Name[0])}{sending.Part.Name[1..]} is not shown. An earlier request may have made it, "
                + "so it is looked up again for a day.",
            IsOnItsWay: false,
            []
        );

    private bool MayBeEcho(Sending sending) => sending.Document.SentBefore is { } since && clock.GetUtcNow().UtcDateTime - since < HiddenMax;

    private static string? Remark(WriteAnswer answer) =>
        answer switch
        {
            WriteAnswer.Refused refused => refused.Sentence,
            WriteAnswer.Unknown unknown => unknown.Sentence,
            WriteAnswer.TurnedAway turnedAway => turnedAway.Sentence,
            _ => null,
        };

    private static SendResult.Pending Spent(bool isOnItsWay, IReadOnlyList<Found> records) =>
        new(
            ProblemCatalog.BudgetSpent.Code,
            $"The request timed out after {CallBudget.Operation.TotalSeconds:0} seconds; the result is not known yet. "
                + "It will be checked again automatically.",
            isOnItsWay,
            records
        );

    private static string Said(WriteAnswer answer) =>
        answer switch
        {
            WriteAnswer.Done done => done.Body,
            WriteAnswer.Refused refused => $"{refused.Status}\n{refused.Body}",
            WriteAnswer.TurnedAway turnedAway => $"{turnedAway.Kind.Code}\n{turnedAway.Sentence}",
            WriteAnswer.Unknown unknown => $"unknown\n{unknown.Sentence}",
            _ => "",
        };

    private static bool IsOutage(IntegrationException failure) => failure is RemoteUnavailableException or RemoteThrottledException;

    /// <summary>One part of a document on its way.</summary>
    private sealed record Sending(ITarget Target, ClaimedDocument Document, TargetPart Part, CallBudget Budget, CancellationToken CancellationToken)
    {
        /// <summary>True where the part is looked up and neither made nor finished.</summary>
        public bool IsLookedAtOnly { get; init; }
    }
}
