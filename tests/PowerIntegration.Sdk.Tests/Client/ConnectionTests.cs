using System.Net;
using System.Net.Http;
using System.ServiceModel;
using System.ServiceModel.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Client;

public sealed class ConnectionTests
{
    [Fact]
    public void A_client_asks_who_it_is_before_it_is_ready()
    {
        RecordedWire wire = Lakeshore.Wire();
        using ServiceClient client = Lakeshore.Client(wire);

        Assert.True(client.IsReady);
        Assert.Equal(new Uri(RecordedWire.Root), client.ConnectedOrgUriActual);
        RecordedRequest request = Assert.Single(wire.Requests);
        Assert.Equal("Bearer the-token", request.Header("Authorization"));
        Assert.Equal("4.0", request.Header("OData-Version"));
        Assert.Null(request.Header("MSCRMCallerID"));
    }

    [Fact]
    public void A_client_that_is_not_let_in_is_not_made()
    {
        var wire = new RecordedWire().Expect("GET", "WhoAmI", HttpStatusCode.Unauthorized);

        var refusal = Assert.Throws<DataverseConnectionException>(() => Lakeshore.Client(wire));

        Assert.IsType<MessageSecurityException>(refusal.InnerException);
    }

    [Fact]
    public void Who_am_i_gives_three_ids()
    {
        RecordedWire wire = Lakeshore.Wire().Expect("GET", "WhoAmI", Lakeshore.Me);
        using ServiceClient client = Lakeshore.Client(wire);

        var me = (WhoAmIResponse)client.Execute(new WhoAmIRequest());

        Assert.Equal(new Guid("aaaaaaaa-0000-0000-0000-000000000001"), me.UserId);
        Assert.Equal(new Guid("aaaaaaaa-0000-0000-0000-000000000003"), me.OrganizationId);
    }

    [Fact]
    public async Task A_clone_shares_what_was_learnt_and_speaks_for_its_own_caller()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .ExpectDocumentTable()
            .Expect("DELETE", $"pint_documents({Lakeshore.DocumentId})", HttpStatusCode.NoContent)
            .Expect("DELETE", $"pint_documents({Lakeshore.DocumentId})", HttpStatusCode.NoContent);
        using ServiceClient client = Lakeshore.Client(wire);
        await client.DeleteAsync("pint_document", Lakeshore.DocumentId, TestContext.Current.CancellationToken);

        using ServiceClient clone = client.Clone();
        clone.CallerAADObjectId = Lakeshore.CommitmentId;
        await clone.DeleteAsync("pint_document", Lakeshore.DocumentId);

        wire.AssertAllCame();
        Assert.Null(client.CallerAADObjectId);
        Assert.Null(wire.Requests[^2].Header("CallerObjectId"));
        Assert.Equal(Lakeshore.CommitmentId.ToString("D"), wire.Requests[^1].Header("CallerObjectId"));
    }

    [Fact]
    public void An_error_of_dataverse_is_a_fault_with_its_code_and_message()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .ExpectDocumentTable()
            .Expect(
                "DELETE",
                $"pint_documents({Lakeshore.DocumentId})",
                HttpStatusCode.NotFound,
                """{"error":{"code":"0x80040217","message":"pint_document With Id = 1 Does Not"""
                    + """ Exist","@Microsoft.PowerApps.CDS.TraceText":"trace","@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus":"0"}}"""
            );
        using ServiceClient client = Lakeshore.Client(wire);

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => client.Delete("pint_document", Lakeshore.DocumentId));

        Assert.Equal(-2147220969, fault.Detail.ErrorCode);
        Assert.Equal("pint_document With Id = 1 Does Not Exist", fault.Message);
        Assert.Equal(("trace", "0"), (fault.Detail.TraceText, fault.Detail.ErrorDetails["OperationStatus"]));
        Assert.Equal(fault.Message, client.LastError);
        Assert.Same(fault, client.LastException);
    }

    [Fact]
    public void Throttling_is_a_fault_that_says_how_long_to_wait_and_is_not_retried()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .Expect(
                "GET",
                "WhoAmI",
                HttpStatusCode.TooManyRequests,
                """{"error":{"code":"0x80072322","message":"Number of requests exceeded the limit of 6000."}}"""
            );
        using ServiceClient client = Lakeshore.Client(wire);

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => client.Execute(new WhoAmIRequest()));

        Assert.Equal(-2147015902, fault.Detail.ErrorCode);
        Assert.Equal(TimeSpan.FromSeconds(17), fault.Detail.ErrorDetails["Retry-After"]);
        wire.AssertAllCame();
    }

    [Fact]
    public void An_answer_that_is_not_from_dataverse_is_no_fault()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .Expect("GET", "WhoAmI", HttpStatusCode.BadGateway, "<html>bad gateway</html>")
            .Expect("GET", "WhoAmI", HttpStatusCode.ServiceUnavailable, "{}");
        using ServiceClient client = Lakeshore.Client(wire);

        var gateway = Assert.Throws<CommunicationException>(() => client.Execute(new WhoAmIRequest()));

        Assert.Contains("502", gateway.Message, StringComparison.Ordinal);
        Assert.Contains("bad gateway", gateway.Message, StringComparison.Ordinal);
        Assert.Throws<ServerTooBusyException>(() => client.Execute(new WhoAmIRequest()));
    }

    [Fact]
    public void A_broken_connection_is_a_communication_exception()
    {
        RecordedWire wire = Lakeshore.Wire().Fails("GET", "WhoAmI", new HttpRequestException("refused"));
        using ServiceClient client = Lakeshore.Client(wire);

        var failure = Assert.Throws<CommunicationException>(() => client.Execute(new WhoAmIRequest()));

        Assert.IsType<HttpRequestException>(failure.InnerException);
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled_and_not_a_timeout()
    {
        using ServiceClient client = Lakeshore.Client(Lakeshore.Wire().Fails("GET", "WhoAmI", new OperationCanceledException()));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.ExecuteAsync(new WhoAmIRequest(), new CancellationToken(canceled: true))
        );
    }

    [Fact]
    public void A_disposed_client_refuses()
    {
        ServiceClient client = Lakeshore.Client(Lakeshore.Wire());
        client.Dispose();

        Assert.False(client.IsReady);
        Assert.Throws<ObjectDisposedException>(() => client.Execute(new WhoAmIRequest()));
    }
}
