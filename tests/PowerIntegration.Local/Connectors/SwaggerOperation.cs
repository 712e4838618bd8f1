using System.Net.Http;

namespace PowerIntegration.Local.Connectors;

/// <summary>One operation of a connector definition.</summary>
/// <param name="OperationId">Its id.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path template after the base path.</param>
/// <param name="Parameters">All parameters, those of the path included.</param>
/// <param name="Responses">The responses by status; <c>default</c> among them.</param>
/// <param name="Produces">Media types of its answers.</param>
internal sealed record SwaggerOperation(
    string OperationId,
    HttpMethod Method,
    string Path,
    IReadOnlyList<SwaggerParameter> Parameters,
    IReadOnlyDictionary<string, SwaggerResponse> Responses,
    IReadOnlyList<string> Produces
)
{
    /// <summary>The body parameter, if there is one.</summary>
    public SwaggerParameter? Body => Parameters.FirstOrDefault(parameter => parameter.In == "body");
}
