using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reasons;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Prepared;

/// <summary>Oracle takes 50 characters. Whatever is sent fits, or a sentence stops it before anything is sent.</summary>
public sealed class InvoiceNumberingTests
{
    private const int LengthMin = 44;

    private const int LengthMax = 51;

    private static readonly Dictionary<string, Func<PreparationFacts>> Kinds = new(StringComparer.Ordinal)
    {
        ["invoice"] = () => TwoLines.After(TwoLines.Second(20000m, 6000m, 5000m, 1500m)),
        ["release -R"] = () => TwoLines.After(TwoLines.WithRelease),
        ["by sign -CM"] = () =>
            TwoLines.After(TwoLines.Second(20000m, 6000m, -1000m, 900m)).WithTerms(terms => terms with { NegativeLines = NegativeLines.SplitBySign }),
        ["by sign -DM"] = () =>
            TwoLines
                .After(TwoLines.Second(20000m, 6000m, -1000m, 900m))
                .WithTerms(terms => terms with { NegativeLines = NegativeLines.SplitBySign, CreditDocument = CreditDocument.DebitMemo }),
        ["correction -C2"] = () => Revised(2),
        ["correction -C12"] = () => Revised(12),
        ["release that was decided here"] = Release,
    };

    public static TheoryData<string, int> EveryKindAndLength =>
        [
            .. Kinds.Keys.SelectMany(
                _ => Enumerable.Range(LengthMin, LengthMax - LengthMin + 1),
                (kind, length) => new TheoryDataRow<string, int>(kind, length)
            ),
        ];

    [Theory]
    [MemberData(nameof(EveryKindAndLength))]
    public void What_is_sent_fits_or_is_refused_with_its_number(string kind, int length)
    {
        var facts = WithNumber(Kinds[kind](), Number(length));
        if (BillingPreparation.Decide(facts) is PreparationDecision.Stopped stopped)
        {
            Assert.Equal(SubcontractorInvoiceReasons.InvoiceNumberUnusable, stopped.Refusal.Code);
            Assert.True(
                Facts.Frozen(WithNumber(Kinds[kind](), Number(LengthMin))).Invoice.Documents.Max(document => document.InvoiceNumber.Length)
                    + length
                    - LengthMin
                    > 50
            );
            Assert.Contains(
                kind.StartsWith("release that", StringComparison.Ordinal) ? "another reference" : "in Procore",
                stopped.Refusal.Sentence,
                StringComparison.Ordinal
            );
            return;
        }

        var invoice = Facts.Frozen(facts).Invoice;
        var numbers = invoice.Documents.Select(document => document.InvoiceNumber).ToList();
        Assert.All([.. numbers, invoice.InvoiceNumber], number => Assert.InRange(number.Length, length, 50));
        Assert.Equal(numbers.Count, numbers.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(EveryKindAndLength))]
    public void What_is_posted_can_always_be_taken_back_under_a_number_that_fits(string kind, int length)
    {
        var facts = WithNumber(Kinds[kind](), Number(length));
        if (BillingPreparation.Decide(facts) is not PreparationDecision.Frozen frozen)
        {
            return;
        }

        var reversal = Assert.IsType<PreparationDecision.Frozen>(ReversalPreparation.Decide(TwoLines.Reversal(facts, frozen.Invoice))).Invoice;
        var numbers = reversal.Documents.Select(document => document.InvoiceNumber).ToList();
        Assert.All([.. numbers, reversal.InvoiceNumber], number => Assert.InRange(number.Length, 1, 50));
        Assert.All(numbers, number => Assert.EndsWith("-V", number, StringComparison.Ordinal));
        Assert.Equal(
            numbers.Count,
            numbers.Concat(frozen.Invoice.Documents.Select(document => document.InvoiceNumber)).Distinct(StringComparer.Ordinal).Count()
                - frozen.Invoice.Documents.Count
        );
    }

    [Theory]
    [InlineData(47)]
    [InlineData(48)]
    public void A_reversal_keeps_the_whole_number_where_it_fits(int length) =>
        Assert.Equal(Number(length) + "-V", InvoiceNumbering.OfReversal(Number(length), []));

    [Theory]
    [InlineData(49)]
    [InlineData(50)]
    public void A_number_that_leaves_no_room_is_cut_visibly_and_stays_one_of_its_own(int length)
    {
        // Whichever one character differs, the reversals differ; the same number gives the same reversal.
        List<string> numbers = [Number(length), .. Enumerable.Range(0, length).Select(index => Number(length).Remove(index, 1).Insert(index, "x"))];
        var reversals = numbers.Select(number => InvoiceNumbering.OfReversal(number, [])).ToList();
        Assert.All(reversals, number => Assert.Equal(50, number.Length));
        Assert.StartsWith(Number(39) + "~", reversals[0], StringComparison.Ordinal);
        Assert.Equal(numbers.Count, reversals.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(reversals[0], InvoiceNumbering.OfReversal(Number(length), []));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Documents_of_one_kind_are_counted(int documents)
    {
        var numbers = InvoiceNumbering.OfDocuments(
            "77",
            2,
            isCorrection: true,
            Enumerable.Repeat(BillingDocumentKind.RetainageRelease, documents),
            []
        );
        Assert.Equal(["77-C2", "77-C2-R", "77-C2-R3"], numbers.Take(3));
        Assert.Equal(documents, numbers.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(1, false, "77", "77-C1")]
    [InlineData(1, false, "77-C1", "77")]
    [InlineData(1, false, "77 77-C1", "77-C1.2")]
    [InlineData(1, false, "77-C1-R", "77")]
    [InlineData(1, false, "77 77-c1-r", "77-C1.2")]
    [InlineData(3, true, "77", "77-C3")]
    [InlineData(3, true, "77-C3 77-C3.2", "77-C3.3")]
    public void A_number_that_was_canceled_in_Oracle_is_never_used_again(int revision, bool isCorrection, string canceled, string expected)
    {
        var kinds = new[] { BillingDocumentKind.StandardInvoice, BillingDocumentKind.RetainageRelease };
        var numbers = InvoiceNumbering.OfDocuments("77", revision, isCorrection, kinds, canceled.Split(' '));
        Assert.Equal([expected, expected + "-R"], numbers);
    }

    [Fact]
    public void A_reversal_whose_credit_memo_was_canceled_in_Oracle_gets_another_number()
    {
        Assert.Equal("77-V2", InvoiceNumbering.OfReversal("77", ["77-V"]));
        Assert.Equal("77-V3", InvoiceNumbering.OfReversal("77", ["77-V", "77-v2"]));
    }

    [Fact]
    public void What_a_document_uses_is_found_by_the_beginning_of_its_numbers_and_read_whole()
    {
        var text = NumberKeys.Write(["SC|1 = 2", "SC-1-R"]);
        Assert.Equal("|SC12=SC/1 = 2|SC1R=SC-1-R|", text);
        Assert.Equal(["SC/1 = 2", "SC-1-R"], NumberKeys.Read(text));
        Assert.Contains(NumberKeys.Pattern("sc-1").Trim('%'), text, StringComparison.Ordinal);
        Assert.Empty(NumberKeys.Read(null));
        Assert.True(NumberKeys.IsEqual("SC|1 = 2 ", NumberKeys.Read(text)[0]));
    }

    private static string Number(int length) => string.Concat(Enumerable.Range(0, length).Select(index => (char)('A' + (index % 26))));

    private static PreparationFacts WithNumber(PreparationFacts facts, string number) =>
        facts with
        {
            Source = facts.Source with { InvoiceNumber = number },
        };

    // 42,000 instead of the 40,000 that are posted.
    private static PreparationFacts Revised(int revision)
    {
        var source = Sample.Application(1, 0m, [Sample.Line(1, 100000m, 0m, 42000m, 0m, 4200m, 0m, 0m), TwoLines.First.Lines[1]]);
        var facts = TwoLines.After(source);
        var posted = Facts.Summary(source, new Guid(7, 0, 0, new byte[8])) with { State = DocumentState.Posted };
        return facts with { Document = facts.Document with { Revision = revision }, Others = [posted] };
    }

    private static PreparationFacts Release()
    {
        var facts = TwoLines.After(TwoLines.Second(0m, 4000m, 0m, 1000m) with { Lines = [] });
        return facts with
        {
            Document = facts.Document with { Type = DocumentKind.RetainageRelease, ProcoreId = "R1", ApplicationNumber = 1 },
            Decisions = new BillingDecisions { Release = new RetainageRelease.Total(1000m) },
            OwnershipRules = [Facts.OwnershipRule with { Place = Ownership.ApprovalPlace.Oracle }],
        };
    }
}
