using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Readiness;
using PowerIntegration.Domain.Tests.Approvals;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Readiness;

public sealed class OwnershipLessonTests
{
    private static readonly RecordPlace Register = new("register");
    private static readonly RecordPlace Authorities = new("authority");

    private static readonly RegisteredRule Invoices = Rule(DocumentKind.SubcontractorInvoice, Facts.OwnershipRule);

    private static readonly RegisteredRule Releases = Rule(
        DocumentKind.RetainageRelease,
        Facts.OwnershipRule with
        {
            Key = "RELEASES",
            Place = ApprovalPlace.Oracle,
            TriggerStatus = "decided",
        }
    );

    private static readonly RegisteredRule InTeams = Invoices with { Rule = Invoices.Rule with { Place = ApprovalPlace.Teams } };

    private static readonly OwnershipFacts Decided = new()
    {
        Rules = [Invoices, Releases],
        Authorities = [],
        Drafts = [],
        RulesPlace = Register,
        AuthoritiesPlace = Authorities,
    };

    [Fact]
    public void A_rule_for_each_kind_that_is_approved_leaves_nothing_undecided() =>
        Assert.Empty(OwnershipLesson.Of(AProject.With(AProject.Document(1)), Decided).Items);

    [Fact]
    public void A_kind_without_a_rule_is_undecided_and_blocks_its_documents()
    {
        var lesson = OwnershipLesson.Of(AProject.With(AProject.Document(1)), Decided with { Rules = [] });
        Assert.Equal([1, 0], lesson.Items.Select(item => item.Waiting.Count));
        Assert.StartsWith("Subcontractor invoices: no active ownership rule", lesson.Items[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("on 2025-10-31 and 2025-11-04.", lesson.Items[0].Sentence, StringComparison.Ordinal);
        Assert.StartsWith("Retainage releases: no active ownership rule", lesson.Items[1].Sentence, StringComparison.Ordinal);
        Assert.All(lesson.Items, item => Assert.Equal((Register, "Controller"), (item.Place, ReadinessWords.Title(item.Decider))));
    }

    [Fact]
    public void Two_rules_alike_are_named()
    {
        var again = Invoices with { Rule = Invoices.Rule with { Key = "AGAIN" } };
        var items = OwnershipLesson.Of(AProject.With(), Decided with { Rules = [Invoices, again, Releases] }).Items;
        Assert.Contains($"{Invoices.Rule.Key} and AGAIN", Assert.Single(items).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_cannot_hold_is_opened_by_its_row()
    {
        var wrong = Releases with
        {
            Rule = Releases.Rule with { Place = ApprovalPlace.Procore },
            Place = new RecordPlace("register", AProject.Commitment),
        };
        var item = Assert.Single(OwnershipLesson.Of(AProject.With(), Decided with { Rules = [Invoices, wrong] }).Items);
        Assert.Contains("RELEASES", item.Sentence, StringComparison.Ordinal);
        Assert.Equal(wrong.Place, item.Place);
    }

    [Fact]
    public void In_Teams_someone_must_be_able_to_approve_in_the_currency_of_the_project()
    {
        var facts = Decided with { Rules = [InTeams, Releases] };
        Assert.Contains("no one may approve them", Only(facts).Sentence, StringComparison.Ordinal);
        Assert.Contains("no one may approve them", Only(facts with { Authorities = [Of(currency: "CAD")] }).Sentence, StringComparison.Ordinal);
        Assert.Contains(
            "no one may approve them",
            Only(facts with { Authorities = [Of() with { Kind = DocumentKind.RetainageRelease }] }).Sentence,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no one may approve them",
            Only(facts with { Authorities = [Of(from: AProject.Today.AddDays(1))] }).Sentence,
            StringComparison.Ordinal
        );
        Assert.Empty(OwnershipLesson.Of(AProject.With(AProject.Document(1)), facts with { Authorities = [Of()] }).Items);
    }

    [Fact]
    public void Who_left_or_cannot_be_reached_is_named_with_the_authority()
    {
        var facts = Decided with { Rules = [InTeams, Releases] };
        var left = Of() with { Authority = AnAuthority.Of(AnAuthority.Noor with { IsEnabled = false }, 5000m) with { ValidFrom = AProject.October } };
        var mute = Of() with { Authority = AnAuthority.Of(AnAuthority.Samuel with { Address = " " }, 5000m) with { ValidFrom = AProject.October } };
        var items = OwnershipLesson.Of(AProject.With(), facts with { Authorities = [Of(), left, mute] }).Items;
        Assert.Contains("Noor Haddad is switched off", items[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("Samuel Ortiz has no sign-in address", items[1].Sentence, StringComparison.Ordinal);
        Assert.Equal(2, items.Count);
    }

    [Fact]
    public void A_document_above_every_limit_waits_for_an_authority()
    {
        var facts = Decided with { Rules = [InTeams, Releases], Authorities = [Of()] };
        var item = Assert.Single(OwnershipLesson.Of(AProject.With(AProject.Document(5), AProject.Document(6)), facts).Items);
        Assert.Equal([6], item.Waiting.Select(document => document.ApplicationNumber));
        Assert.Contains("Hana Lindqvist has the highest limit, 5,000.00 USD", item.Sentence, StringComparison.Ordinal);
    }

    private static ReadinessItem Only(OwnershipFacts facts)
    {
        var item = Assert.Single(OwnershipLesson.Of(AProject.With(AProject.Document(1)), facts).Items);
        Assert.Equal((Authorities, 1), (item.Place, item.Waiting.Count));
        return item;
    }

    private static RegisteredRule Rule(DocumentKind kind, OwnershipRule rule) => new(kind, rule, Register);

    private static RegisteredAuthority Of(string currency = "USD", CalendarDate? from = null) =>
        new(
            DocumentKind.SubcontractorInvoice,
            AnAuthority.Of(AnAuthority.Hana, 5000m) with
            {
                Currency = currency,
                ValidFrom = from ?? AProject.October,
            },
            Authorities
        );
}
