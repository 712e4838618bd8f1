using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PowerIntegration.Gateway.Problems;

/// <summary>Lets an operation say which problems it may answer.</summary>
internal static class RefusalMetadata
{
    /// <summary>Adds the statuses to those that the operation, or the group of operations, may answer.</summary>
    public static TBuilder MayRefuse<TBuilder>(this TBuilder operations, params IEnumerable<int> statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
        {
            operations.ProducesProblem(status, ProblemWriter.MediaType);
        }

        return operations;
    }
}
