using System.Net;
using System.ServiceModel;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Client;

public sealed class CustomApiTests
{
    private const string Question =
        "customapis?$select=uniquename&$filter=uniquename eq 'pint_RecordOutcome'&$expand=CustomAPIResponseProperties($select=uniquename,type)";

    private const string Api = """
        {"value":[{"uniquename":"pint_RecordOutcome","CustomAPIResponseProperties":[
         {"uniquename":"State","type":10},{"uniquename":"Amount","type":2},{"uniquename":"ReleasedDocumentId","type":12},{"uniquename":"Lines",
         "type":7},
         {"uniquename":"Final","type":0},{"uniquename":"On","type":1}]}]}
        """;

    [Fact]
    public void Parameters_go_as_json_and_answers_come_in_their_declared_types()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .Expect("GET", Question, Api)
            .Expect(
                "POST",
                "pint_RecordOutcome",
                HttpStatusCode.OK,
                """
                {"@odata.context":"x","State":"Posted","Amount":1000,"ReleasedDocumentId":"22222222-2222-2222-2222-222222222222","Lines":3,
                "Final":true,
                 "On":"2025-11-05T08:30:00Z"}
                """,
                """{"DocumentId":"11111111-1111-1111-1111-111111111111","Outcome":"posted","Amount":12.50,"Retry":false,"Count":2}"""
            );
        using ServiceClient client = Lakeshore.Client(wire);
        var request = new OrganizationRequest("pint_RecordOutcome")
        {
            ["DocumentId"] = Lakeshore.DocumentId,
            ["Outcome"] = "posted",
            ["Amount"] = 12.50m,
            ["Retry"] = false,
            ["Count"] = 2,
            ["Message"] = null,
        };

        OrganizationResponse response = client.Execute(request);

        Assert.Equal("Posted", response["State"]);
        Assert.Equal(1000m, response["Amount"]);
        Assert.Equal(Lakeshore.CommitmentId, response["ReleasedDocumentId"]);
        Assert.Equal(3, response["Lines"]);
        Assert.Equal(true, response["Final"]);
        Assert.Equal(new DateTime(2025, 11, 5, 8, 30, 0), response["On"]);
    }

    [Fact]
    public void An_answer_left_out_is_absent_and_the_types_are_asked_for_once()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .Expect("GET", Question, Api)
            .Expect("POST", "pint_RecordOutcome", """{"State":"Held","ReleasedDocumentId":null}""")
            .Expect("POST", "pint_RecordOutcome", """{"State":"Held"}""");
        using ServiceClient client = Lakeshore.Client(wire);

        OrganizationResponse first = client.Execute(new OrganizationRequest("pint_RecordOutcome"));
        OrganizationResponse second = client.Execute(new OrganizationRequest("pint_RecordOutcome"));

        wire.AssertAllCame();
        Assert.Equal(["State"], first.Results.Keys);
        Assert.Equal(["State"], second.Results.Keys);
    }

    [Fact]
    public void A_row_as_a_parameter_says_its_type()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .Expect("GET", Question, Api)
            .ExpectDocumentTable()
            .Expect(
                "POST",
                "pint_RecordOutcome",
                HttpStatusCode.NoContent,
                body: """{"Document":{"@odata.type":"Microsoft.Dynamics.CRM.pint_document","""
                    + """ "pint_documentid":"11111111-1111-1111-1111-111111111111"}}"""
            );
        using ServiceClient client = Lakeshore.Client(wire);

        OrganizationResponse response = client.Execute(
            new OrganizationRequest("pint_RecordOutcome") { ["Document"] = new EntityReference("pint_document", Lakeshore.DocumentId) }
        );

        Assert.Empty(response.Results);
    }

    [Fact]
    public void A_plug_ins_refusal_comes_back_word_for_word()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .Expect("GET", Question, Api)
            .Expect(
                "POST",
                "pint_RecordOutcome",
                HttpStatusCode.BadRequest,
                """{"error":{"code":"0x80040265","message":"The payload hash differs."}}"""
            );
        using ServiceClient client = Lakeshore.Client(wire);

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => client.Execute(new OrganizationRequest("pint_RecordOutcome")));

        Assert.Equal((unchecked((int)0x80040265), "The payload hash differs."), (fault.Detail.ErrorCode, fault.Message));
    }

    [Fact]
    public void A_message_nobody_knows_is_refused_by_name()
    {
        using ServiceClient client = Lakeshore.Client(Lakeshore.Wire().Expect("GET", Question, """{"value":[]}"""));

        var refusal = Assert.Throws<NotSupportedException>(() => client.Execute(new OrganizationRequest("pint_RecordOutcome")));

        Assert.Contains("'pint_RecordOutcome'", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "0x80040220")]
    [InlineData(HttpStatusCode.NotFound, "0x80060888")]
    public void Where_custom_apis_are_not_shown_an_answer_has_the_type_its_json_shows(HttpStatusCode status, string code)
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .Expect("GET", Question, status, $$$"""{"error":{"code":"{{{code}}}","message":"no"}}""")
            .Expect(
                "POST",
                "pint_RecordOutcome",
                """{"@odata.context":"x","State":"Posted","ReleasedDocumentId":"22222222-2222-2222-2222-222222222222","""
                    + """ "Amount":10.50,"Lines":3,"Message":null}"""
            );
        using ServiceClient client = Lakeshore.Client(wire);

        ParameterCollection answers = client.Execute(new OrganizationRequest("pint_RecordOutcome")).Results;

        Assert.Equal(["State", "ReleasedDocumentId", "Amount", "Lines"], answers.Keys);
        Assert.Equal(["Posted", Lakeshore.CommitmentId, 10.50m, 3], answers.Values);
    }

    [Fact]
    public void Any_other_failure_to_learn_the_types_is_the_callers_to_handle()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .Expect("GET", Question, HttpStatusCode.InternalServerError, """{"error":{"code":"0x80040216","message":"no"}}""");
        using ServiceClient client = Lakeshore.Client(wire);

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => client.Execute(new OrganizationRequest("pint_RecordOutcome")));
    }
}
