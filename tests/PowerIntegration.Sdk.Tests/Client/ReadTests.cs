using System.ServiceModel;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Client;

public sealed class ReadTests
{
    private const string Row = """
        {"@odata.context":"x","@odata.etag":"W/\"530073\"","pint_documentid":"11111111-1111-1111-1111-111111111111","pint_name":"PCC-25-1187",
         "pint_amount":1000.00,"pint_fee":12.5000,"pint_state":723100001,"pint_state@OData.Community.Display.V1.FormattedValue":"Prepared",
         "pint_final":true,"pint_revision":2,"pint_periodend":"2025-10-31","pint_leaseuntil":"2025-11-05T08:30:00Z","versionnumber":530073,
         "_pint_commitmentid_value":"22222222-2222-2222-2222-222222222222",
         "_pint_commitmentid_value@OData.Community.Display.V1.FormattedValue":"SC-001",
         "_pint_commitmentid_value@Microsoft.Dynamics.CRM.associatednavigationproperty":"pint_CommitmentId",
         "_pint_commitmentid_value@Microsoft.Dynamics.CRM.lookuplogicalname":"pint_commitment",
         "pint_key":null}
        """;

    [Fact]
    public void Every_kind_of_value_comes_back_as_the_sdk_gives_it()
    {
        using ServiceClient client = Lakeshore.Client(
            Lakeshore.Wire().ExpectDocumentTable().Expect("GET", $"pint_documents({Lakeshore.DocumentId})", Row)
        );

        Entity row = client.Retrieve("pint_document", Lakeshore.DocumentId, new ColumnSet(true));

        Assert.Equal(("pint_document", Lakeshore.DocumentId, "530073"), (row.LogicalName, row.Id, row.RowVersion));
        Assert.Equal(1000.00m, row["pint_amount"]);
        Assert.Equal(new Money(12.5m), row["pint_fee"]);
        Assert.Equal(new OptionSetValue(723100001), row["pint_state"]);
        Assert.Equal(true, row["pint_final"]);
        Assert.Equal(2, row["pint_revision"]);
        Assert.Equal(530073L, row["versionnumber"]);
        Assert.Equal("Prepared", row.FormattedValues["pint_state"]);
    }

    [Fact]
    public void Dates_are_utc_and_a_lookup_knows_its_table_and_name()
    {
        using ServiceClient client = Lakeshore.Client(
            Lakeshore.Wire().ExpectDocumentTable().Expect("GET", $"pint_documents({Lakeshore.DocumentId})", Row)
        );

        Entity row = client.Retrieve("pint_document", Lakeshore.DocumentId, new ColumnSet(true));

        var period = row.GetAttributeValue<DateTime>("pint_periodend");
        var contract = row.GetAttributeValue<EntityReference>("pint_commitmentid");
        Assert.Equal((new DateTime(2025, 10, 31), DateTimeKind.Utc), (period, period.Kind));
        Assert.Equal(new DateTime(2025, 11, 5, 8, 30, 0), row["pint_leaseuntil"]);
        Assert.Equal(("pint_commitment", Lakeshore.CommitmentId, "SC-001"), (contract.LogicalName, contract.Id, contract.Name));
        Assert.Equal("SC-001", row.FormattedValues["pint_commitmentid"]);
    }

    [Fact]
    public void A_column_without_a_value_is_absent()
    {
        using ServiceClient client = Lakeshore.Client(
            Lakeshore.Wire().ExpectDocumentTable().Expect("GET", $"pint_documents({Lakeshore.DocumentId})", Row)
        );

        Assert.False(client.Retrieve("pint_document", Lakeshore.DocumentId, new ColumnSet(true)).Contains("pint_key"));
    }

    [Fact]
    public void A_row_is_read_by_key_with_lookups_under_their_value_names()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .ExpectDocumentTable()
            .Expect("GET", "pint_documents(pint_key='ENV|1',pint_revision=2)?$select=pint_name,_pint_commitmentid_value", Row);
        using ServiceClient client = Lakeshore.Client(wire);
        var key = new KeyAttributeCollection { { "pint_key", "ENV|1" }, { "pint_revision", 2 } };
        var request = new RetrieveRequest
        {
            Target = new EntityReference("pint_document", key),
            ColumnSet = new ColumnSet("pint_name", "pint_commitmentid"),
        };

        var response = (RetrieveResponse)client.Execute(request);

        Assert.Equal(Lakeshore.DocumentId, response.Entity.Id);
        Assert.Equal("odata.include-annotations=\"*\"", wire.Requests[^1].Header("Prefer"));
    }

    [Fact]
    public void No_columns_means_the_id_alone()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .ExpectDocumentTable()
            .Expect(
                "GET",
                $"pint_documents({Lakeshore.DocumentId})?$select=pint_documentid",
                """{"pint_documentid":"11111111-1111-1111-1111-111111111111"}"""
            );
        using ServiceClient client = Lakeshore.Client(wire);

        Assert.Single(client.Retrieve("pint_document", Lakeshore.DocumentId, new ColumnSet()).Attributes);
    }

    [Fact]
    public void A_row_named_by_nothing_is_refused()
    {
        using ServiceClient client = Lakeshore.Client(Lakeshore.Wire().ExpectDocumentTable());

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => client.Retrieve("pint_document", Guid.Empty, new ColumnSet(true)));
    }

    [Fact]
    public void A_property_that_is_no_column_is_refused_by_name()
    {
        using ServiceClient client = Lakeshore.Client(
            Lakeshore
                .Wire()
                .ExpectDocumentTable()
                .Expect(
                    "GET",
                    $"pint_documents({Lakeshore.DocumentId})",
                    """{"pint_documentid":"11111111-1111-1111-1111-111111111111","pint_colour":"red"}"""
                )
        );

        var refusal = Assert.Throws<InvalidDataException>(() => client.Retrieve("pint_document", Lakeshore.DocumentId, new ColumnSet(true)));

        Assert.Contains("'pint_colour'", refusal.Message, StringComparison.Ordinal);
    }
}
