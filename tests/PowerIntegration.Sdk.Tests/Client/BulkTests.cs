using System.Net;
using System.ServiceModel;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Client;

public sealed class BulkTests
{
    [Fact]
    public void Many_rows_are_created_in_one_request()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .ExpectLineTable()
            .Expect(
                "POST",
                "pint_sourcelines/Microsoft.Dynamics.CRM.CreateMultiple",
                HttpStatusCode.OK,
                """{"Ids":["11111111-1111-1111-1111-111111111111","22222222-2222-2222-2222-222222222222"]}""",
                """
                {"Targets":[{"@odata.type":"Microsoft.Dynamics.CRM.pint_sourceline","pint_linenumber":1},
                            {"@odata.type":"Microsoft.Dynamics.CRM.pint_sourceline","pint_linenumber":2}]}
                """
            );
        using ServiceClient client = Lakeshore.Client(wire);

        var response = (CreateMultipleResponse)client.Execute(new CreateMultipleRequest { Targets = Lines() });

        Assert.Equal([Lakeshore.DocumentId, Lakeshore.CommitmentId], response.Ids);
    }

    [Fact]
    public void Many_rows_are_upserted_by_key_in_one_request()
    {
        RecordedWire wire = Lakeshore
            .Wire()
            .ExpectDocumentTable()
            .Expect(
                "POST",
                "pint_documents/Microsoft.Dynamics.CRM.UpsertMultiple",
                HttpStatusCode.NoContent,
                body: """
                {"Targets":[{"@odata.type":"Microsoft.Dynamics.CRM.pint_document","pint_name":"a","@odata.id":"pint_documents(pint_key='ENV|1')"},
                            {"@odata.type":"Microsoft.Dynamics.CRM.pint_document","pint_name":"b",
                            "pint_documentid":"11111111-1111-1111-1111-111111111111"}]}
                """
            );
        using ServiceClient client = Lakeshore.Client(wire);
        var rows = new EntityCollection([
            new Entity("pint_document", "pint_key", "ENV|1") { ["pint_name"] = "a" },
            new Entity("pint_document", Lakeshore.DocumentId) { ["pint_name"] = "b" },
        ]);

        client.Execute(new UpsertMultipleRequest { Targets = rows });

        wire.AssertAllCame();
    }

    [Fact]
    public void Rows_of_two_tables_are_refused()
    {
        using ServiceClient client = Lakeshore.Client(Lakeshore.Wire());
        var mixed = new EntityCollection([new Entity("pint_document"), new Entity("pint_sourceline")]);

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => client.Execute(new CreateMultipleRequest { Targets = mixed }));
    }

    [Fact]
    public void What_is_not_built_is_refused_by_name()
    {
        using ServiceClient client = Lakeshore.Client(Lakeshore.Wire());

        Assert.Contains(
            "'ExecuteTransaction'",
            Assert.Throws<NotSupportedException>(() => client.Execute(new ExecuteTransactionRequest())).Message,
            StringComparison.Ordinal
        );
    }

    private static EntityCollection Lines() =>
        new([new Entity("pint_sourceline") { ["pint_linenumber"] = 1 }, new Entity("pint_sourceline") { ["pint_linenumber"] = 2 }]);
}
