using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PowerIntegration.Local.Connectors;

/// <summary>A custom connector as its unpacked solution ships it, bound to a service.</summary>
public sealed class CustomConnector : IConnector
{
    /// <summary>A call that takes longer fails, as in the product.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(120);

    private readonly SwaggerDocument document;
    private readonly IReadOnlyList<ConnectorPolicy> policies;
    private readonly CustomConnectorBinding binding;

    private CustomConnector(string apiName, SwaggerDocument document, IReadOnlyList<ConnectorPolicy> policies, CustomConnectorBinding binding)
    {
        ApiName = apiName;
        this.document = document;
        this.policies = policies;
        this.binding = binding;
    }

    /// <inheritdoc/>
    public string ApiName { get; }

    /// <summary>The ids of all operations.</summary>
    public IReadOnlyCollection<string> OperationIds => document.OperationIds;

    /// <summary>What the definition says about the answers of the service behind the connector.</summary>
    public AnswerContract Answers => new(document);

    /// <summary>Loads every custom connector of an unpacked solution.</summary>
    /// <param name="solutionFolder">The unpacked solution.</param>
    /// <param name="binding">What the connection gives.</param>
    /// <exception cref="ConnectorRefusalException">A file holds something that this runtime does not implement.</exception>
    public static IReadOnlyList<CustomConnector> Load(string solutionFolder, CustomConnectorBinding binding)
    {
        var folder = Path.Combine(solutionFolder, "Connectors");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.xml").Order(StringComparer.Ordinal).Select(file => LoadOne(folder, file, binding))]
            : [];
    }

    /// <inheritdoc/>
    public void Check(string operationId, IReadOnlyCollection<string> parameterNames)
    {
        var assembly = AssemblyFor(operationId);
        foreach (var name in parameterNames)
        {
            assembly.CheckKey(name);
        }
    }

    /// <inheritdoc/>
    public async Task<ConnectorResponse> InvokeAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        var draft = AssemblyFor(call.OperationId).Build(call.Parameters, binding.BaseAddress.ToString());
        PolicyApplication.Apply(policies, call.OperationId, draft, binding.ConnectionParameters);
        using var message = draft.ToMessage();
        var start = binding.Clock.GetUtcNow();
        var response = await ConnectorHttp.SendAsync(binding.Http, message, binding.Token, call.CorrelationId, cancellationToken);
        return binding.Clock.GetUtcNow() - start <= TimeLimit ? response : TimedOut(call.OperationId);
    }

    private static ConnectorResponse TimedOut(string operationId) =>
        new(
            504,
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
            new JsonObject
            {
                ["error"] = new JsonObject
                {
                    ["code"] = "GatewayTimeout",
                    ["message"] = $"The operation '{operationId}' took longer than {TimeLimit.TotalSeconds:0} seconds.",
                },
            }
        );

    private static CustomConnector LoadOne(string folder, string file, CustomConnectorBinding binding)
    {
        var connector = XDocument.Load(file).Root!;
        string Value(string name) => connector.Element(name)?.Value ?? throw new ConnectorRefusalException($"{file}: the connector has no '{name}'.");
        string FileOf(string name) => Path.Combine(folder, Path.GetFileName(Value(name)));
        if (connector.Element("customcodeblobcontent") is { } script)
        {
            throw new ConnectorRefusalException($"{file}: the connector has the script '{script.Value}', and this runtime does not run scripts.");
        }

        var definition = FileOf("openapidefinition");
        var policies = connector.Element("policytemplateinstances") is null
            ? []
            : ConnectorPolicy.ReadAll(File.ReadAllText(FileOf("policytemplateinstances")), FileOf("policytemplateinstances"));
        return new CustomConnector(Value("name"), SwaggerDocument.Read(File.ReadAllText(definition), definition), policies, binding);
    }

    private RequestAssembly AssemblyFor(string operationId)
    {
        var operation =
            document.Find(operationId)
            ?? throw new ConnectorRefusalException(
                $"The connector '{ApiName}' has no operation '{operationId}'. It has: {string.Join(", ", document.OperationIds)}."
            );
        return new RequestAssembly(document, operation, ApiName);
    }
}
