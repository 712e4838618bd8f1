using PowerIntegration.Gateway.Remote;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Remote;

public sealed class RecordWordsTests
{
    [Theory]
    [InlineData("rest/v1.1/requisitions?project_id=7&page=2", "subcontractor invoices")]
    [InlineData("rest/v1.1/requisitions/562949953600001?project_id=7", "subcontractor invoices")]
    [InlineData("rest/v1.0/requisitions/562949953600001/detail?project_id=7", "the details of the subcontractor invoice")]
    [InlineData("rest/v1.0/requisitions/1/change_histories", "the approval history of the subcontractor invoice")]
    [InlineData("rest/v1.0/projects/7/work_breakdown_structure/wbs_codes", "WBS codes")]
    [InlineData("rest/v1.0/work_order_contracts?project_id=7", "subcontracts")]
    [InlineData("rest/v1.1/projects?company_id=4264807", "projects")]
    [InlineData("invoices?q=InvoiceNumber%20in%20(%27HE-1%27)&limit=25", "invoices")]
    [InlineData("invoices/000100000005%7D/child/invoiceLines?expand=invoiceLineProjectDff", "invoice lines")]
    [InlineData("invoices/action/validateInvoice", "invoices")]
    [InlineData("projects/300100/child/Tasks?limit=500", "tasks")]
    [InlineData("/7", "records")]
    public void An_address_is_named_by_its_records(string address, string words) => Assert.Equal(words, RecordWords.Of(address));
}
