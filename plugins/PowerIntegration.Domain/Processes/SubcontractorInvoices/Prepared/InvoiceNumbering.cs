using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Duplicates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reasons;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

/// <summary>
/// Oracle's invoice number: the vendor's own, so that Oracle finds a bill that someone entered by hand, else commitment and application.
/// </summary>
public static class InvoiceNumbering
{
    /// <summary>Most characters that Oracle takes.</summary>
    public const int LengthMax = 50;

    private const string ReversalSuffix = "-V";

    // Enough of a digest to keep two numbers apart that differ only in what was cut.
    private const int DigestLength = 8;

    /// <summary>The number of an invoice.</summary>
    public static string Of(string? supplierNumber, string commitmentNumber, int applicationNumber) =>
        string.IsNullOrWhiteSpace(supplierNumber) ? Sentence.Of($"{commitmentNumber}-{applicationNumber}") : supplierNumber!.Trim();

    /// <summary>The number of a document, from which the numbers of all its Oracle documents are made.</summary>
    public static string Of(SourceInvoice source, string commitmentNumber, DocumentSummary own) =>
        own.Type == DocumentKind.RetainageRelease && string.IsNullOrWhiteSpace(source.InvoiceNumber)
            ? commitmentNumber + "-" + own.ProcoreId
            : Of(source.InvoiceNumber, commitmentNumber, source.ApplicationNumber);

    /// <summary>Whether Oracle takes the number, and whether an earlier application of the commitment carries the same.</summary>
    /// <param name="number">The number.</param>
    /// <param name="own">The document.</param>
    /// <param name="commitmentNumber">Number of its commitment.</param>
    /// <param name="others">The other documents of the commitment.</param>
    /// <param name="different">Ids of documents from which a controller said that it differs.</param>
    public static IEnumerable<Refusal> Check(
        string number,
        DocumentSummary own,
        string commitmentNumber,
        IEnumerable<DocumentSummary> others,
        IReadOnlyCollection<Guid> different
    )
    {
        foreach (var refusal in Unusable([number], own.Type))
        {
            yield return refusal;
        }

        var counterpart = others.FirstOrDefault(other =>
            other.ProcoreId != own.ProcoreId
            && other.ApplicationNumber < own.ApplicationNumber
            && !(other.IsDecided && other.State != DocumentState.Posted)
            && !different.Contains(other.Id)
            && InvoiceNumberKey.IsSame(Of(other.InvoiceNumber, commitmentNumber, other.ApplicationNumber), number)
        );
        if (counterpart is not null)
        {
            yield return new Refusal(
                DocumentReasons.PossibleDuplicate,
                Sentence.Of(
                    $"Application {own.ApplicationNumber} has invoice number '{number}' and application {counterpart.ApplicationNumber} ",
                    $"(Procore {counterpart.ProcoreId}) has '{Of(counterpart.InvoiceNumber, commitmentNumber, counterpart.ApplicationNumber)}'. ",
                    $"Ask the vendor which one is right, and correct it in Procore. If both are right, ask the controller to record that they differ."
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
                    $"Oracle accepts at most {LengthMax}, without control characters. {NextStep(type)}"
                )
            ));

    /// <summary>The numbers that another document of the vendor uses, on any commitment: Oracle has one invoice of a vendor for a number.</summary>
    /// <param name="numbers">Numbers as they would be sent.</param>
    /// <param name="own">The document.</param>
    /// <param name="owners">The vendor's other documents.</param>
    public static IEnumerable<Refusal> Taken(IReadOnlyList<string> numbers, DocumentSummary own, IReadOnlyCollection<NumberOwner> owners)
    {
        var others = owners.Where(owner => owner.KeepsNumbers && !owner.IsRevisionOf(own)).ToList();
        foreach (var number in numbers)
        {
            if (others.FirstOrDefault(owner => owner.Numbers.Any(used => NumberKeys.IsEqual(used, number))) is { } taker)
            {
                yield return TakenBy(number, taker, own.Type);
            }
        }
    }

    /// <summary>Says whose a number is.</summary>
    public static Refusal TakenBy(string number, NumberOwner owner, DocumentKind type) =>
        new(DocumentReasons.NumberTaken, $"Invoice number '{number}' belongs to {owner}, from the same vendor. {NextStep(type)}");

    /// <summary>True where Oracle takes the number.</summary>
    public static bool IsUsable(string number) => number.Length <= LengthMax && !number.Any(char.IsControl);

    /// <summary>How a document gets another number.</summary>
    public static string NextStep(DocumentKind type) =>
        type switch
        {
            DocumentKind.RetainageRelease => "Request the release again with another reference and its own invoice number.",
            DocumentKind.Reversal => "A second person must confirm the reversal again. It is then sent under another number.",
            _ => "Enter another invoice number in Procore.",
        };

    /// <summary>
    /// The number of what takes a posted document back: its own with -V. What is posted cannot be renumbered, so where that does not fit, the end of
    /// the number gives way to a digest of all of it; two numbers never become one.
    /// </summary>
    /// <param name="posted">The number under which Oracle has the document.</param>
    /// <param name="canceled">Numbers that Oracle does not take again.</param>
    public static string OfReversal(string posted, IReadOnlyCollection<string> canceled)
    {
        var suffixes = new[] { ReversalSuffix }.Concat(Enumerable.Range(2, canceled.Count).Select(count => Sentence.Of($"{ReversalSuffix}{count}")));
        return suffixes.Select(suffix => WithSuffix(posted, suffix)).First(number => !IsAmong(number, canceled));
    }

    private static string WithSuffix(string posted, string suffix)
    {
        if (posted.Length + suffix.Length <= LengthMax)
        {
            return posted + suffix;
        }

        var digest = new CanonicalText().Section("invoice number").Field("number", posted).Sha256().Substring(0, DigestLength);
        return $"{WholeText.Start(posted, LengthMax - DigestLength - 1 - suffix.Length)}~{digest}{suffix}";
    }

    private static bool IsAmong(string number, IReadOnlyCollection<string> canceled) => canceled.Any(used => NumberKeys.IsEqual(used, number));

    /// <summary>
    /// The numbers of the documents of one application. The first carries the application's own, the others a suffix: -R for a release, -CM for a
    /// credit memo,
    /// -DM for a debit memo. A correction of a posted application carries -C and its revision before that, and so does what is posted again after
    /// its invoice was canceled in Oracle, with a count where that was taken too.
    /// </summary>
    /// <param name="number">The application's number.</param>
    /// <param name="revision">The document's revision.</param>
    /// <param name="isCorrection">True where an earlier revision was posted.</param>
    /// <param name="kinds">The documents.</param>
    /// <param name="canceled">Numbers that Oracle does not take again.</param>
    public static IReadOnlyList<string> OfDocuments(
        string number,
        int revision,
        bool isCorrection,
        IEnumerable<BillingDocumentKind> kinds,
        IReadOnlyCollection<string> canceled
    )
    {
        var all = kinds.ToList();
        var correction = Sentence.Of($"{number}-C{revision}");
        var firsts = new[] { number, correction }
            .Skip(isCorrection ? 1 : 0)
            .Concat(Enumerable.Range(2, canceled.Count).Select(count => Sentence.Of($"{correction}.{count}")));
        return firsts.Select(first => OfDocuments(first, all)).First(numbers => !numbers.Any(made => IsAmong(made, canceled)));
    }

    private static IReadOnlyList<string> OfDocuments(string first, IEnumerable<BillingDocumentKind> kinds)
    {
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
}
