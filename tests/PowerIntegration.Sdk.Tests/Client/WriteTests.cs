using System.Net;
using System.ServiceModel;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Client;

public sealed class WriteTests
{
    private static readonly string Address = $"pint_documents({Lakeshore.DocumentId})";

    [Fact]
    public void A_document_with_its_lines_is_one_create()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .ExpectDocumentTable()
            .ExpectContractTable()
            .ExpectLineTable()
            .Expect(
                "POST",
                "pint_documents",
                HttpStatusCode.NoContent,
                body: """
                {"pint_name":"PCC-25-1187","pint_amount":1000.00,"pint_fee":12.5,"pint_state":723100000,"pint_final":false,"pint_revision":1,
                 "pint_periodend":"2025-10-31","pint_leaseuntil":"2025-11-05T08:30:00Z",
                 "pint_CommitmentId@odata.bind":"/pint_commitments(22222222-2222-2222-2222-222222222222)",
                 "pint_document_sourceline_document":[
                  {"pint_linenumber":1,"pint_workthisperiod":600.00},
                  {"pint_linenumber":2,"pint_workthisperiod":400.00}]}
                """,
                entityId: Address
            );
        using ServiceClient client = Lakeshore.Client(wire);
        var row = new Entity("pint_document")
        {
            ["pint_name"] = "PCC-25-1187",
            ["pint_amount"] = 1000.00m,
            ["pint_fee"] = new Money(12.5m),
            ["pint_state"] = new OptionSetValue(723100000),
            ["pint_final"] = false,
            ["pint_revision"] = 1,
            ["pint_commitmentid"] = new EntityReference("pint_commitment", Lakeshore.CommitmentId),
            ["pint_periodend"] = new DateTime(2025, 10, 31, 0, 0, 0, DateTimeKind.Utc),
            ["pint_leaseuntil"] = new DateTime(2025, 11, 5, 8, 30, 0, DateTimeKind.Utc),
        };
        row.RelatedEntities[new Relationship("pint_document_sourceline_document")] = new EntityCollection([
            new Entity("pint_sourceline") { ["pint_linenumber"] = 1, ["pint_workthisperiod"] = 600.00m },
            new Entity("pint_sourceline") { ["pint_linenumber"] = 2, ["pint_workthisperiod"] = 400.00m },
        ]);

        Guid id = client.Create(row);

        wire.AssertAllCame();
        Assert.Equal(Lakeshore.DocumentId, id);
        Assert.Contains("\"pint_amount\":1000.00", wire.Requests[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_create_keeps_the_callers_id_and_leaves_empty_lookups_out()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .ExpectDocumentTable()
            .Expect(
                "POST",
                "pint_documents",
                HttpStatusCode.NoContent,
                body: """{"pint_documentid":"11111111-1111-1111-1111-111111111111","pint_name":null}""",
                entityId: Address
            );
        using ServiceClient client = Lakeshore.Client(wire);

        client.Create(new Entity("pint_document", Lakeshore.DocumentId) { ["pint_name"] = null, ["pint_commitmentid"] = null });

        wire.AssertAllCame();
    }

    [Fact]
    public void A_lookup_names_its_row_by_alternate_key_and_an_owner_by_the_owner_navigation()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .ExpectDocumentTable()
            .ExpectContractTable()
            .ExpectTable(
                "systemuser",
                """{"LogicalName":"systemuser","EntitySetName":"systemusers","PrimaryIdAttribute":"systemuserid","""
                    + """ "Attributes":[],"ManyToOneRelationships":[],"OneToManyRelationships":[]}"""
            )
            .Expect(
                "PATCH",
                Address,
                HttpStatusCode.NoContent,
                body: """
                {"pint_CommitmentId@odata.bind":"/pint_commitments(pint_key='ENV|1|PROCORE|COMMITMENT|O''Hare')",
                 "ownerid@odata.bind":"/systemusers(22222222-2222-2222-2222-222222222222)"}
                """
            );
        using ServiceClient client = Lakeshore.Client(wire);

        client.Update(
            new Entity("pint_document", Lakeshore.DocumentId)
            {
                ["pint_commitmentid"] = new EntityReference("pint_commitment", "pint_key", "ENV|1|PROCORE|COMMITMENT|O'Hare"),
                ["ownerid"] = new EntityReference("systemuser", Lakeshore.CommitmentId),
            }
        );

        wire.AssertAllCame();
    }

    [Fact]
    public void An_update_never_creates_and_empties_what_is_null()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .ExpectDocumentTable()
            .Expect("PATCH", Address, HttpStatusCode.NoContent, body: """{"pint_name":null,"pint_CommitmentId@odata.bind":null}""");
        using ServiceClient client = Lakeshore.Client(wire);

        client.Update(new Entity("pint_document", Lakeshore.DocumentId) { ["pint_name"] = null, ["pint_commitmentid"] = null });

        wire.AssertAllCame();
        Assert.Equal("*", wire.Requests[^1].Header("If-Match"));
    }

    [Fact]
    public void A_claim_is_an_update_that_holds_only_for_the_row_version_it_was_read_at()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .ExpectDocumentTable()
            .Expect(
                "PATCH",
                Address,
                HttpStatusCode.PreconditionFailed,
                """{"error":{"code":"0x80060882","message":"The version of the existing record doesn't match the RowVersion property provided."}}"""
            );
        using ServiceClient client = Lakeshore.Client(wire);
        var row = new Entity("pint_document", Lakeshore.DocumentId) { ["pint_name"] = "claimed", RowVersion = "530073" };
        var request = new UpdateRequest { Target = row, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches };

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => client.Execute(request));

        Assert.Equal(unchecked((int)0x80060882), fault.Detail.ErrorCode);
        Assert.Equal("W/\"530073\"", wire.Requests[^1].Header("If-Match"));
    }

    [Fact]
    public void A_row_version_match_without_a_row_version_is_refused_before_it_is_sent()
    {
        RecordedWire wire = Lakeshore.Wire().ExpectDocumentTable();
        using ServiceClient client = Lakeshore.Client(wire);
        var request = new UpdateRequest
        {
            Target = new Entity("pint_document", Lakeshore.DocumentId),
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        };

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => client.Execute(request));

        Assert.Equal(unchecked((int)0x80060883), fault.Detail.ErrorCode);
    }

    [Theory]
    [InlineData(HttpStatusCode.Created, true)]
    [InlineData(HttpStatusCode.OK, false)]
    public void An_upsert_by_key_says_which_row_it_was_and_whether_it_is_new(HttpStatusCode status, bool created)
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .ExpectDocumentTable()
            .Expect(
                "PATCH",
                "pint_documents(pint_key='LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|1|1')?$select=pint_documentid",
                status,
                """{"@odata.etag":"W/\"9\"","pint_documentid":"11111111-1111-1111-1111-111111111111"}""",
                """{"pint_name":"x"}"""
            );
        using ServiceClient client = Lakeshore.Client(wire);
        var row = new Entity("pint_document", "pint_key", "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|1|1") { ["pint_name"] = "x" };

        var response = (UpsertResponse)client.Execute(new UpsertRequest { Target = row });

        Assert.Equal(created, response.RecordCreated);
        Assert.Equal(new EntityReference("pint_document", Lakeshore.DocumentId), response.Target);
        Assert.Null(wire.Requests[^1].Header("If-Match"));
        Assert.Equal("return=representation", wire.Requests[^1].Header("Prefer"));
        Assert.Contains("%7CPROCORE%7C", wire.Requests[^1].Address, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_another_type_than_its_column_is_refused_as_the_platform_does()
    {
        using ServiceClient client = Lakeshore.Client(Lakeshore.Wire().ExpectDocumentTable());

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() =>
            client.Create(new Entity("pint_document") { ["pint_state"] = 723100000 })
        );

        Assert.StartsWith("Incorrect attribute value type System.Int32 for column 'pint_state'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_column_is_refused_by_name()
    {
        using ServiceClient client = Lakeshore.Client(Lakeshore.Wire().ExpectDocumentTable());

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() =>
            client.Create(new Entity("pint_document") { ["pint_colour"] = "red" })
        );

        Assert.Equal(unchecked((int)0x80041103), fault.Detail.ErrorCode);
        Assert.Contains("'pint_colour'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_update_with_related_rows_is_refused_by_name()
    {
        using ServiceClient client = Lakeshore.Client(Lakeshore.Wire().ExpectDocumentTable());
        var row = new Entity("pint_document", Lakeshore.DocumentId);
        row.RelatedEntities[new Relationship("pint_document_sourceline_document")] = new EntityCollection([new Entity("pint_sourceline")]);

        Assert.Contains("deep update", Assert.Throws<NotSupportedException>(() => client.Update(row)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_linked_and_unlinked_one_by_one()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .ExpectDocumentTable()
            .ExpectLineTable()
            .Expect(
                "POST",
                Address + "/pint_document_sourceline_document/$ref",
                HttpStatusCode.NoContent,
                body: """{"@odata.id":"https://lakeshore.example/api/data/v9.2/pint_sourcelines(22222222-2222-2222-2222-222222222222)"}"""
            )
            .Expect("DELETE", Address + $"/pint_document_sourceline_document({Lakeshore.CommitmentId})/$ref", HttpStatusCode.NoContent);
        using ServiceClient client = Lakeshore.Client(wire);
        var relationship = new Relationship("pint_document_sourceline_document");
        var lines = new EntityReferenceCollection([new EntityReference("pint_sourceline", Lakeshore.CommitmentId)]);

        client.Associate("pint_document", Lakeshore.DocumentId, relationship, lines);
        client.Disassociate("pint_document", Lakeshore.DocumentId, relationship, lines);

        wire.AssertAllCame();
    }
}
