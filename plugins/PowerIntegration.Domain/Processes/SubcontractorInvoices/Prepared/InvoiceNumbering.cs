using System.Text;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

/// <summary>
/// Oracle's invoice number: the supplier's own, so that Oracle finds a bill that someone entered by hand, else contract and application.
/// </summary>
public static class InvoiceNumbering
{
    /// <summary>Most characters that Oracle takes.</summary>
    public const int LengthMax = 50;

    private const string ReversalSuffix = "-V";

    // Enough of a digest to keep two numbers apart that differ only in what was cut.
    private const int DigestLength = 8;

    /// <summary>The number of an invoice.</summary>
    public static string Of(string? supplierNumber, string contractNumber, int applicationNumber) =>
        string.IsNullOrWhiteSpace(supplierNumber) ? Sentence.Of($"{contractNumber}-{applicationNumber}") : supplierNumber!.Trim();

    /// <summary>Whether Oracle takes the number, and whether an earlier application of the contract carries the same.</summary>
    public static IEnumerable<Refusal> Check(string number, DocumentStanding own, string contractNumber, IEnumerable<DocumentStanding> others)
    {
        foreach (var refusal in Unusable([number], own.Type))
        {
            yield return refusal;
        }

        var twin = others.FirstOrDefault(other =>
            other.ProcoreId != own.ProcoreId
            && other.ApplicationNumber < own.ApplicationNumber
            && !(other.IsDecided && other.State != DocumentState.Posted)
            && Normalized(Of(other.InvoiceNumber, contractNumber, other.ApplicationNumber)) == Normalized(number)
        );
        if (twin is not null)
        {
            yield return new Refusal(
                DocumentReasons.PossibleDuplicate,
                Sentence.Of(
                    $"Application {own.ApplicationNumber} carries invoice number '{number}' as application {twin.ApplicationNumber} ",
                    $"(Procore {twin.ProcoreId}) does. Ask the supplier which is right and correct it in Procore."
                )
            );
        }
    }

    /// <summary>The numbers that Oracle would not take, with the suffixes of documents and corrections in them.</summary>
    /// <param name="numbers">Numbers as they would be sent.</param>
    /// <param name="type">What they are the numbers of: it says where another one is entered.</param>
    public static IEnumerable<Refusal> Unusable(IEnumerable<string> numbers, DocumentKind type) =>
        numbers
            .Where(number => !IsUsable(number))
            .Select(number => new Refusal(
                SubcontractorInvoiceReasons.InvoiceNumberUnusable,
                Sentence.Of(
                    $"Invoice number '{number}' has {number.Length} characters; ",
                    $"Oracle takes {LengthMax}, none of them a control character. {NextStep(type)}"
                )
            ));

    /// <summary>True where Oracle takes the number.</summary>
    public static bool IsUsable(string number) => number.Length <= LengthMax && !number.Any(char.IsControl);

    private static string NextStep(DocumentKind type) =>
        type == DocumentKind.RetainageRelease
            ? "Ask for the release again under another reference, with an invoice number of its own."
            : "Enter another one in Procore.";

    /// <summary>
    /// The number of what takes a posted document back: its own with -V. What is posted cannot be renumbered, so where that does not fit, the end of
    /// the number gives way to a digest of all of it; two numbers never become one.
    /// </summary>
    /// <param name="posted">The number under which Oracle has the document.</param>
    public static string OfReversal(string posted)
    {
        if (posted.Length + ReversalSuffix.Length <= LengthMax)
        {
            return posted + ReversalSuffix;
        }

        var digest = new CanonicalText().Section("invoice number").Field("number", posted).Sha256().Substring(0, DigestLength);
        return $"{posted.Substring(0, LengthMax - DigestLength - 1 - ReversalSuffix.Length)}~{digest}{ReversalSuffix}";
    }

    /// <summary>
    /// The numbers of the documents of one application. The first carries the application's own, the others a suffix: -R for a release, -CM for a
    /// credit memo,
    /// -DM for a debit memo. A correction of a posted application carries -C and its revision before that.
    /// </summary>
    /// <param name="number">The application's number.</param>
    /// <param name="correctionRevision">The revision that corrects; null where it is no correction.</param>
    /// <param name="kinds">The documents.</param>
    public static IReadOnlyList<string> OfDocuments(string number, int? correctionRevision, IEnumerable<BillingDocumentKind> kinds)
    {
        var first = correctionRevision is { } revision ? Sentence.Of($"{number}-C{revision}") : number;
        var numbers = new List<string>();
        foreach (var kind in kinds)
        {
            var wanted = numbers.Count == 0 ? first : first + Suffix(kind);
            numbers.Add(numbers.Contains(wanted) ? Sentence.Of($"{wanted}{numbers.Count + 1}") : wanted);
        }

        return numbers;
    }

    private static string Suffix(BillingDocumentKind kind) =>
        kind switch
        {
            BillingDocumentKind.RetainageRelease => "-R",
            BillingDocumentKind.CreditMemo => "-CM",
            BillingDocumentKind.DebitMemo => "-DM",
            _ => "-I",
        };

    /// <summary>Letters and digits only, in upper case: 'IG 7741-1' and 'ig77411' are one number.</summary>
    public static string Normalized(string number)
    {
        var kept = new StringBuilder(number.Length);
        foreach (var character in number.Where(char.IsLetterOrDigit))
        {
            kept.Append(char.ToUpperInvariant(character));
        }

        return kept.ToString();
    }
}
