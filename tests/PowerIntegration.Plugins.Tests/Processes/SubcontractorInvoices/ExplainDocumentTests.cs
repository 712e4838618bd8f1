using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Processes.SubcontractorInvoices;

public sealed class ExplainDocumentTests
{
    private static readonly SourceInvoice First = Sample.Application(
        1,
        0m,
        [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m), Sample.Line(2, 20000m, 0m, 0m, 0m, 0m, 0m, 0m)]
    );

    private static readonly SourceInvoice Second = Sample.Application(2, 50580m, [Sample.Line(1, 85000m, 4200m, 61350m, 0m, 6555m, 0m, 56200m)]);

    private readonly Site site = new();

    [Fact]
    public void What_was_frozen_is_laid_out_in_two_requests_and_nothing_is_written()
    {
        var id = Prepared();
        site.Dataverse.Requests.Clear();
        site.Dataverse.Written.Clear();
        var answer = Explain(id);
        Assert.Equal(["RetrieveMultiple pint_document", "RetrieveMultiple pint_document"], site.Dataverse.Requests);
        Assert.Empty(site.Dataverse.Written);
        Assert.EndsWith(" pays 50,580.00 USD.", (string)answer["Message"], StringComparison.Ordinal);

        var shown = Json(answer);
        Assert.Equal("0 50580", Line(shown, "8"));
        Assert.Equal("105000 105000", Line(shown, "3"));
        Assert.Equal(
            ["1 85000 0 4200 52000 56200 66.12 28800 5620 50580", "2 20000 0 0 0 0 0 20000 0 0"],
            shown["lines"]!.AsArray().Select(line => $"{line!["item"]} {Figures(line)}")
        );
        Assert.Equal("105000 0 4200 52000 56200 53.52 48800 5620 50580", Figures(shown["totals"]!));
        Assert.Equal(["Standard invoice 50580"], shown["documents"]!.AsArray().Select(document => $"{document!["kind"]} {document["amount"]}"));
        Assert.Equal("0 56200 56200", $"{shown["unexplained"]} {shown["debit"]} {shown["credit"]}");
        Assert.NotEmpty(shown["identities"]!.AsArray());
        Assert.All(shown["inputs"]!.AsArray(), input => Assert.NotEqual("failed", input!["state"]!.ToString()));
        Assert.Null(shown["unread"]);
    }

    [Fact]
    public void Later_documents_that_wait_are_counted_with_what_they_pay_until_it_is_posted()
    {
        var id = Prepared();
        var later = site.AddDocument(Second);
        site.Prepare(later);
        var answer = Explain(id);
        Assert.Equal(1, answer["WaitingDocuments"]);
        Assert.Equal(Second.CertifiedPayment, answer["WaitingAmount"]);
        Assert.Equal(later.ToString("D"), Json(answer)["waiting"]![0]!["id"]!.ToString());
        Assert.StartsWith("1 later document for ", Json(answer)["waitingMessage"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(Json(Explain(later))["waiting"]!.AsArray());

        site.RecordPosted(id);
        Assert.Equal(0, Explain(id)["WaitingDocuments"]);
    }

    [Fact]
    public void A_document_that_was_not_prepared_says_so()
    {
        var answer = Explain(site.AddDocument(First));
        Assert.Contains("has not been prepared yet", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Null(Json(answer)["certificate"]);
    }

    [Fact]
    public void What_is_not_what_was_frozen_is_not_shown()
    {
        var id = Prepared();
        var preparation = site.Dataverse.Row(PreparationTable.LogicalName, site.Document(id).RequiredReference(DocumentTable.PreparationId));
        preparation[PreparationTable.Content] = (string)preparation[PreparationTable.Content] + "\n";
        var answer = Explain(id);
        Assert.DoesNotContain("pays", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Null(Json(answer)["lines"]);
    }

    [Fact]
    public void The_invoice_in_Oracle_has_an_address_once_it_has_an_id()
    {
        var id = Prepared();
        Assert.Null(Json(Explain(id))["oracle"]);
        site.Dataverse.Row(EnvironmentTable.LogicalName, site.Environment)[EnvironmentTable.OraclePod] = "acme.fa.us2";
        site.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.OracleInvoiceId] = "300000012345678";
        Assert.EndsWith(
            ".oraclecloud.com/fscmUI/faces/deeplink?objType=AP_VIEWINVOICE&action=VIEW&objKey=InvoiceId=300000012345678",
            Json(Explain(id))["oracle"]!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_invoice_in_Procore_has_an_address_once_the_address_of_its_web_app_is_known()
    {
        var id = Prepared();
        Assert.Null(Json(Explain(id))["procore"]);
        site.Dataverse.Row(EnvironmentTable.LogicalName, site.Environment)[EnvironmentTable.ProcoreWebAddress] = "https://us02.procore.com";
        site.Dataverse.Row(ProjectTable.LogicalName, site.Project)[ProjectTable.ProcoreId] = "11";
        var document = site.Dataverse.Row(DocumentTable.LogicalName, id);
        var commitment = document.GetAttributeValue<EntityReference>(DocumentTable.CommitmentId).Id;
        site.Dataverse.Row(CommitmentTable.LogicalName, commitment)[CommitmentTable.ProcoreId] = "22";
        document[DocumentTable.ProcoreId] = "33";
        Assert.Equal(
            "https://us02.procore.com/11/project/commitments/work_order_contracts/22/requisitions/33",
            Json(Explain(id))["procore"]!.ToString()
        );

        // A release is this product's own; Procore has no page of it.
        document[DocumentTable.DocumentType] = new OptionSetValue(DocumentTypeChoice.RetainageRelease);
        Assert.Null(Json(Explain(id))["procore"]);
    }

    [Fact]
    public void A_document_that_the_caller_does_not_see_is_refused() =>
        Assert.Contains(
            "does not exist, or you may not see it",
            Assert.Throws<InvalidPluginExecutionException>(() => Explain(site.Project)).Message,
            StringComparison.Ordinal
        );

    private Guid Prepared()
    {
        var id = site.AddDocument(First);
        site.Prepare(id);
        return id;
    }

    private ParameterCollection Explain(Guid id) => site.Call(new ExplainDocument(), "pint_ExplainDocument", ("DocumentId", id));

    private static JsonNode Json(ParameterCollection answer) => JsonNode.Parse((string)answer["Explanation"])!;

    private static string Line(JsonNode shown, string line)
    {
        var found = shown["certificate"]!.AsArray().Single(one => one!["line"]!.ToString() == line)!;
        return $"{found["before"]} {found["now"]}";
    }

    private static string Figures(JsonNode line) =>
        string.Join(
            ' ',
            new[] { "scheduled", "previous", "thisPeriod", "stored", "toDate", "percent", "toFinish", "retainage", "payable" }.Select(name =>
                line[name]!.ToString()
            )
        );
}
