using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Messages;

public sealed class RequestTests
{
    [Fact]
    public void A_typed_request_is_a_name_and_parameters()
    {
        var row = new Entity("invoice");
        var request = new UpdateRequest { Target = row, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches };

        Assert.Equal("Update", request.RequestName);
        Assert.Same(row, request.Parameters["Target"]);
        Assert.Equal(ConcurrencyBehavior.IfRowVersionMatches, request["ConcurrencyBehavior"]);
    }

    [Fact]
    public void A_required_parameter_is_present_and_empty_from_the_start_and_an_optional_one_absent()
    {
        var request = new UpdateRequest();

        Assert.True(request.Parameters.Contains("Target"));
        Assert.Null(request.Target);
        Assert.False(request.Parameters.Contains("ConcurrencyBehavior"));
        Assert.Equal(ConcurrencyBehavior.Default, request.ConcurrencyBehavior);
    }

    [Fact]
    public void A_typed_response_reads_its_results()
    {
        var id = new Guid("00000000-0000-0000-0000-000000000001");

        Assert.Equal(id, new CreateResponse { Results = new ParameterCollection { ["id"] = id } }.id);
        Assert.Equal(id, new WhoAmIResponse { Results = new ParameterCollection { ["UserId"] = id } }.UserId);
        Assert.Equal(Guid.Empty, new CreateResponse().id);
    }

    [Fact]
    public void The_results_of_many_upserts_are_not_the_bag_of_results()
    {
        var one = new UpsertResponse { Results = new ParameterCollection { ["RecordCreated"] = true } };
        var many = new UpsertMultipleResponse();
        ((OrganizationResponse)many).Results["Results"] = new[] { one };

        Assert.True(Assert.Single(many.Results).RecordCreated);
    }

    [Fact]
    public void Names_are_those_of_the_messages()
    {
        OrganizationRequest[] requests =
        [
            new CreateRequest(),
            new RetrieveRequest(),
            new DeleteRequest(),
            new RetrieveMultipleRequest(),
            new UpsertRequest(),
            new CreateMultipleRequest(),
            new UpsertMultipleRequest(),
            new ExecuteTransactionRequest(),
            new ExecuteMultipleRequest(),
            new WhoAmIRequest(),
        ];

        Assert.Equal(
            [
                "Create",
                "Retrieve",
                "Delete",
                "RetrieveMultiple",
                "Upsert",
                "CreateMultiple",
                "UpsertMultiple",
                "ExecuteTransaction",
                "ExecuteMultiple",
                "WhoAmI",
            ],
            Array.ConvertAll(requests, request => request.RequestName)
        );
    }
}
