using PowerIntegration.Domain.Processes.SubcontractorInvoices.Explanation;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Explanation;

public sealed class OracleAddressTests
{
    private const string Page = ".oraclecloud.com/fscmUI/faces/deeplink?objType=AP_VIEWINVOICE&action=VIEW&objKey=InvoiceId=";

    [Theory]
    [InlineData("acme-test.fa.us2", "300000012345678", "https://acme-test.fa.us2" + Page + "300000012345678")]
    [InlineData("acme.fa.ocs.oraclecloud.com", "7", "https://acme.fa.ocs" + Page + "7")]
    [InlineData(null, "7", null)]
    [InlineData("acme.fa.us2", null, null)]
    [InlineData("acme.fa.us2", "", null)]
    [InlineData("acme.fa.us2", "7&x=1", null)]
    [InlineData("evil.test/?", "7", null)]
    [InlineData("user@evil.test", "7", null)]
    [InlineData("acme.fa.us2:8080", "7", null)]
    [InlineData("acme\nevil", "7", null)]
    [InlineData("acme.fa.us2\n", "7", null)]
    [InlineData("acme.fa.us2", "7\n", null)]
    public void An_address_is_made_of_a_pod_and_a_number_alone(string? pod, string? invoice, string? expected) =>
        Assert.Equal(expected, OracleAddress.Of(pod, invoice)?.AbsoluteUri);
}
