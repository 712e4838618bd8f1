using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Proofs;

/// <summary>
/// Checks what the figures were calculated from, once more and from the certified lines. Input that would make an amount wrong was refused before;
/// what is left to say is named here, so that right arithmetic does not pass for a right input.
/// </summary>
internal sealed class InputProof
{
    private const int NamedMax = 5;

    private readonly BillingSheet sheet;
    private readonly ContinuationLine[] lines;
    private readonly string application;
    private readonly string schedule;

    private readonly List<string> uncoded = [];
    private readonly List<string> outside = [];
    private readonly List<string> tolerated = [];

    private int costLines;

    private InputProof(BillingSheet sheet, ContinuationLine[] lines)
    {
        this.sheet = sheet;
        this.lines = lines;
        application = Sentence.Of($"application {sheet.Application.Number}");
        schedule = $"{Sentence.Count(lines.Length, "line")} of the schedule of values";
    }

    public static IReadOnlyList<CheckedInput> Of(BillingSheet sheet, ContinuationLine[] lines)
    {
        var proof = new InputProof(sheet, lines);
        proof.Look();
        return [proof.Amounts(), proof.Ids(), proof.Sum(), proof.Coding(), proof.Period(), proof.Previous(), proof.Columns()];
    }

    private void Look()
    {
        var tolerance = sheet.Terms.OverbillingTolerance ?? 0m;

        // A rounding difference of a certified header goes to a line after the lines were checked.
        var rounding = sheet.Application.Header is null ? 0m : lines.Length * Rounding.HalfMinorUnit(sheet.Currency);
        foreach (var line in lines)
        {
            ref readonly var now = ref line.To;
            var value = line.ScheduledValue;
            if (!IsBetween(now.Gross, value, 0m) || (now.Stored != 0m && !(IsBetween(now.Work, value, 0m) && IsBetween(now.Stored, value, 0m))))
            {
                var isAccepted =
                    IsBetween(now.Gross, value, tolerance + rounding)
                    && IsOnSide(now.Work, value, tolerance + rounding)
                    && IsOnSide(now.Stored, value, tolerance + rounding);
                (isAccepted ? tolerated : outside).Add(line.LineId);
            }

            if (value != 0m || now.Gross != 0m || line.From.Gross != 0m)
            {
                costLines++;
                if (string.IsNullOrWhiteSpace(line.Coding))
                {
                    uncoded.Add(line.LineId);
                }
            }
        }
    }

    private static bool IsBetween(decimal amount, decimal value, decimal tolerance) =>
        value < 0m ? amount <= tolerance && amount >= value - tolerance : amount >= -tolerance && amount <= value + tolerance;

    private static bool IsOnSide(decimal amount, decimal value, decimal tolerance) => value < 0m ? amount <= tolerance : amount >= -tolerance;

    private CheckedInput Amounts() =>
        new(
            "Amounts to date are between zero and the scheduled value",
            outside.Count > 0 ? InputState.Failed
                : tolerated.Count > 0 ? InputState.Noted
                : InputState.Met,
            schedule,
            $"scheduled values, tolerance of {sheet.Amount(sheet.Terms.OverbillingTolerance ?? 0m)}",
            outside.Count > 0 ? Named(outside) + " outside"
                : tolerated.Count > 0 ? Named(tolerated) + " outside, within the tolerance or rounding"
                : ""
        )
        {
            Places = Places(
                outside,
                "total completed and stored to date",
                "work, stored materials and their total between zero and the scheduled value"
            ),
        };

    private CheckedInput Ids()
    {
        // The IDs that were given were checked before; only a change of the schedule brings others.
        var seen = new Checks.SeenIds(lines.Length);
        var repeated =
            sheet.Application.ScheduleChanges.Count == 0 ? [] : lines.Where(line => !seen.Add(line.LineId)).Select(line => line.LineId).ToList();
        return new CheckedInput(
            "Line IDs appear once in the schedule of values",
            repeated.Count == 0 ? InputState.Met : InputState.Failed,
            schedule,
            "ledger and lines of the application",
            repeated.Count == 0 ? "" : Named(repeated) + " repeated"
        );
    }

    private CheckedInput Sum()
    {
        const string Name = "The lines total the original contract sum and its change orders";
        var ledger = sheet.Ledger;
        if (ledger.IsScheduleUnknown)
        {
            return new CheckedInput(
                Name,
                sheet.Application.Header?.OriginalContractSum is null ? InputState.Noted : InputState.Met,
                schedule,
                "lines of the first application",
                sheet.Application.Header?.OriginalContractSum is null
                    ? $"line 1 is {sheet.Amount(ledger.OriginalContractSum)} and is not certified; the rest of line 3 counts as change orders"
                    : ""
            );
        }

        var difference = ledger.ContractSum() - ledger.OriginalContractSum;
        var isFirst = ledger.LastPostedNumber == 0 && ledger.PostedRevisions.Count == 0 && ledger.Opening is null && ledger.ChangeOrders is null;
        return isFirst && difference != 0m
            ? new CheckedInput(
                Name,
                InputState.Failed,
                schedule,
                "original contract sum of the ledger",
                $"the original contract sum is {sheet.Amount(ledger.OriginalContractSum)}, but the lines total "
                    + $"{sheet.Amount(ledger.ContractSum())}, a difference of {sheet.Amount(difference)}; correct the sum or the scheduled values, "
                    + "and add change orders with their application"
            )
            {
                Places =
                [
                    new InputPlace(null, "original contract sum of the contract")
                    {
                        Allowed = "the total of the scheduled values as signed",
                        Accepted = ledger.ContractSum(),
                    },
                ],
            }
            : new CheckedInput(Name, InputState.Met, schedule, isFirst ? "original contract sum of the ledger" : "ledger, with its change orders");
    }

    // A calculation without any coding is a preview of the amounts; half a coding is a wrong input.
    private CheckedInput Coding() =>
        new(
            "Every cost line has a coding",
            uncoded.Count == 0 ? InputState.Met
                : uncoded.Count == costLines ? InputState.Noted
                : InputState.Failed,
            schedule,
            "coding of the ledger and of new lines",
            uncoded.Count == 0 ? "" : Named(uncoded) + " without a coding"
        )
        {
            Places = Places(uncoded, "coding", "the coding of the line's cost"),
        };

    private CheckedInput Period()
    {
        const string Name = "The period does not end before the previous one";
        var before = sheet.Ledger.LastPeriodEnd;
        var end = sheet.Application.PeriodEnd;
        var source = before is { } known ? Sentence.Of($"period of application {sheet.Ledger.LastPostedNumber}, to {known}") : "no previous period";
        var place = end is { } own ? Sentence.Of($"{application}, period to {own}") : application;
        return end is null
                ? new CheckedInput(Name, InputState.Noted, place, source, $"{application} has no end of the period, so it was not compared")
            : before is null && sheet.Ledger.LastPostedNumber > 0
                ? new CheckedInput(Name, InputState.Noted, place, source, "the end of the previous period is not known")
            : new CheckedInput(Name, InputState.Met, place, source);
    }

    private CheckedInput Previous()
    {
        const string Name = "Previous amounts equal the last posted application";
        var source = Sentence.Of($"ledger after application {sheet.Ledger.LastPostedNumber}");
        if (sheet.IsCorrection)
        {
            return new CheckedInput(Name, InputState.Noted, application, source, "a correction starts from its own earlier revision");
        }

        var notes = new List<string>();
        if (sheet.Application.CatchUp is { } decision)
        {
            notes.Add($"a catch-up of {sheet.Amount(decision.Amount)} was decided by {decision.DecidedBy}");
        }

        var rounded = sheet.Warnings.Where(warning => warning.Code == BillingWarningCode.PreviousRounded).Select(warning => warning.LineId!).ToList();
        if (rounded.Count > 0)
        {
            notes.Add(Named(rounded) + " different by rounding");
        }

        var missing = sheet.Application.Lines.Where(line => line.WorkPrevious is null && line.CompletedPrevious is null).ToList();
        if (missing.Count > 0)
        {
            notes.Add(Named([.. missing.Select(line => line.LineId)]) + " without previous work; the ledger's amount is used");
        }

        return new CheckedInput(Name, notes.Count == 0 ? InputState.Met : InputState.Noted, application, source, string.Join("; ", notes));
    }

    private CheckedInput Columns()
    {
        var listed = sheet.Application.Lines.Count;
        var notes = new List<string>();
        if (listed < lines.Length)
        {
            var named = new HashSet<string>(sheet.Application.Lines.Select(line => line.LineId), StringComparer.Ordinal);
            notes.Add(Named([.. lines.Select(line => line.LineId).Where(id => !named.Contains(id))]) + " not listed; the balance is kept");
        }

        return new CheckedInput(
            "Every column is stated on every line",
            notes.Count == 0 ? InputState.Met : InputState.Noted,
            application,
            $"{Sentence.Count(listed, "line")} of the application",
            string.Join("; ", notes)
        );
    }

    private static IReadOnlyList<InputPlace> Places(List<string> ids, string field, string allowed) =>
        [.. ids.Take(NamedMax).Select(id => new InputPlace(id, field) { Allowed = allowed })];

    private static string Named(IReadOnlyList<string> ids)
    {
        var named = string.Join(", ", ids.Take(NamedMax));
        var rest = ids.Count - NamedMax;
        return Sentence.Of($"{(ids.Count == 1 ? "line" : "lines")} {named}") + (rest > 0 ? Sentence.Of($" and {rest} more") : "");
    }
}
