using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Proofs;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Tool.Billing;

/// <summary>Why an application is not billed, or not proved: the place in the file, what is wrong, what is allowed, an example.</summary>
internal sealed record FileCause
{
    private static readonly ReasonCode[] OfContract =
    [
        BillingReasons.TermsMissing,
        BillingReasons.TermsContradictory,
        BillingReasons.RateOutOfRange,
        BillingReasons.OpeningNotSigned,
        BillingReasons.OpeningDiffers,
        SharedReasons.CurrencyUnknown,
    ];

    /// <summary>The reason's code.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong, with the value.</summary>
    public required string Sentence { get; init; }

    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>The application; null where the contract is meant.</summary>
    public int? Application { get; init; }

    /// <summary>The line; null where none is meant.</summary>
    public string? Line { get; init; }

    /// <summary>The field, as the file names it; null where the whole application is meant.</summary>
    public string? Field { get; init; }

    /// <summary>What is allowed; null where the sentence says it.</summary>
    public string? Allowed { get; init; }

    /// <summary>An example of the field; null where none helps.</summary>
    public string? Example { get; init; }

    /// <summary>Later applications of the file in which the same amount is missing.</summary>
    public List<int> AlsoIn { get; } = [];

    /// <summary>The place in words: file, application, line, field.</summary>
    public string Place =>
        string.Join(
            ", ",
            new[]
            {
                File,
                Application is { } number ? string.Create(CultureInfo.InvariantCulture, $"application {number}") : null,
                Line is null ? null
                : Line == Line.Trim() ? "line " + Line
                : $"line '{Line}'",
                Field,
            }.Where(part => part is not null)
        );

    /// <summary>What makes two causes the same: a cause of the contract is one, whichever application it stops.</summary>
    public string Key => Application is null || IsMissing ? Code + "|" + Line + "|" + Field : Code + "|" + Sentence;

    /// <summary>True for an amount that is missing: a column that the file leaves out is one cause, in however many applications.</summary>
    public bool IsMissing => Code == SharedReasons.AmountMissing.Wire;

    /// <summary>The cause of a refusal.</summary>
    public static FileCause Of(Refusal refusal, ContractFile contract, ContractTerms terms, Application application)
    {
        var place = refusal.Place;
        var field = place is null ? FileFields.Of(refusal.Code) : FileFields.Of(place) ?? new FileField(place.Field);
        var isOfContract =
            field?.IsOfContract == true || Array.IndexOf(OfContract, refusal.Code) >= 0 || IsInSchedule(refusal, contract, application);
        if (refusal.Code == DocumentReasons.PredecessorMissing)
        {
            return Missing(refusal, contract, terms, application);
        }

        return Of(refusal.WireCode, Words(refusal, terms, application), contract, isOfContract ? null : application.Number, place, field);
    }

    /// <summary>The causes of a check of the input that failed, one for each place.</summary>
    public static IEnumerable<FileCause> Of(CheckedInput input, ContractFile contract, Application application) =>
        input.Places.Select(place =>
        {
            var field = FileFields.Of(place) ?? new FileField(place.Field);
            var isCoding = field.Name == "coding" && contract.Ledger.Lines.Any(line => line.LineId == place.LineId);
            return Of(
                SharedReasons.InputUnusable.Wire,
                $"{input.Name}: {(place.LineId is null ? input.Note : isCoding || field.Name == "coding" ? "the coding is missing" : input.Note)}.",
                contract,
                field.IsOfContract || isCoding ? null : application.Number,
                place,
                field
            );
        });

    /// <summary>An application that the file lists a second time.</summary>
    public static FileCause Repeated(ContractFile contract, ContractTerms terms, Application application) =>
        Of(
            DocumentReasons.PossibleDuplicate.Wire,
            Domain.Refusals.Sentence.Of(
                $"{NameOf(terms, application)} is listed twice with revision {application.Revision}. Give the second its own number, or the ",
                $"next revision if it corrects the first."
            ),
            contract,
            application.Number,
            null,
            new FileField("number", (application.Number + 1).ToString(CultureInfo.InvariantCulture), "each number and revision once")
        );

    private static FileCause Missing(Refusal refusal, ContractFile contract, ContractTerms terms, Application application)
    {
        var number = refusal.Place?.Accepted is { } missing ? Domain.Refusals.Sentence.Of($"{missing:0}") : "";
        return new FileCause
        {
            Code = refusal.WireCode,
            Sentence =
                number.Length == 0
                    ? $"{NameOf(terms, application)}: application numbers start at 1. Correct the number."
                    : $"{NameOf(terms, application)} is in the file, but application {number} is not. Add it, or list its number as void.",
            File = contract.File,
            Field = number.Length == 0 ? "number" : "applications",
            Application = number.Length == 0 ? application.Number : null,
            Allowed = "every number from 1, or from the opening, without a gap",
            Example = number.Length == 0 ? "\"number\": 1" : $"{{ \"number\": {number}, \"status\": \"void\" }}",
        };
    }

    private static FileCause Of(string code, string sentence, ContractFile contract, int? application, InputPlace? place, FileField? field)
    {
        var value =
            place?.Accepted is { } accepted ? FileField.Spelled(accepted)
            : place?.AcceptedText is { } text ? $"\"{text}\""
            : field?.Example;
        return new FileCause
        {
            Code = code,
            Sentence = sentence,
            File = contract.File,
            Application = application,
            Line = place?.LineId,
            Field = field?.Name,
            Allowed = place?.Allowed ?? field?.Allowed,
            Example = value is null || field is null ? null : Spelled(field, value),
        };
    }

    private static string Spelled(FileField field, string value)
    {
        var name = field.Name[(field.Name.LastIndexOf('.') + 1)..];
        return $"\"{name}\": {value}";
    }

    private static bool IsInSchedule(Refusal refusal, ContractFile contract, Application application) =>
        refusal.Code == DocumentReasons.LineRepeated
        && refusal.Place?.LineId is { } id
        && contract.Ledger.Lines.Count(line => line.LineId == id) > 1
        && application.Lines.Count(line => line.LineId == id) < 2;

    // A file has no one who approves, posts or imports, and nothing in it happens later.
    private static string Words(Refusal refusal, ContractTerms terms, Application application)
    {
        var name = NameOf(terms, application);
        if (refusal.Code == DocumentReasons.ProcoreUndecided)
        {
            return $"{name} has the status '{FieldReader.ChoiceTextOf(application.Status.ToString())}', so it is not billed. Correct the status.";
        }

        if (refusal.Code == DocumentReasons.PredecessorNotPosted)
        {
            return $"{name} is listed before an application with a lower number. List the applications in order.";
        }

        return refusal.Sentence;
    }

    private static string NameOf(ContractTerms terms, Application application) =>
        Domain.Refusals.Sentence.Of($"{terms.Subject}, application {application.Number}");
}
