namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>The fixture solution with the steps and custom APIs one test adds, written as the files a publisher would write.</summary>
internal sealed class DeskSolution
{
    private const string Plugin = "5b1d6b60-0000-4000-8000-000000000002";
    private const string Api = "5b1d6b60-0000-4000-8000-000000000003";
    private const string Counting = "5b1d6b60-0000-4000-8000-000000000004";
    private static readonly Dictionary<string, string> Messages = new()
    {
        ["Create"] = "9ebdbb1b-ea3e-db11-86a7-000a3a5473e8",
        ["Update"] = "20bebb1b-ea3e-db11-86a7-000a3a5473e8",
        ["Delete"] = "a1bdbb1b-ea3e-db11-86a7-000a3a5473e8",
        ["Assign"] = "8cbdbb1b-ea3e-db11-86a7-000a3a5473e8",
        ["SetState"] = "1cbebb1b-ea3e-db11-86a7-000a3a5473e8",
        ["SetStateDynamicEntity"] = "1dbebb1b-ea3e-db11-86a7-000a3a5473e8",
        ["Retrieve"] = "f2bdbb1b-ea3e-db11-86a7-000a3a5473e8",
        ["RetrieveMultiple"] = "03bebb1b-ea3e-db11-86a7-000a3a5473e8",
    };

    private static int apis;
    private int steps;

    public DeskSolution(string folder)
    {
        Folder = folder;
        Copy(Path.Combine(RepositoryRoot, "tests", "PowerIntegration.Local.Tests", "Fixtures", "ContosoDesk"), folder);
    }

    public static string RepositoryRoot { get; } = FindRoot();

    public string Folder { get; }

    /// <summary>Adds a step that runs a script.</summary>
    public DeskSolution Step(
        string message,
        string table,
        int stage,
        Action<Plug> script,
        int rank = 1,
        string? filter = null,
        string? images = null,
        string? runAs = null
    ) => WriteStep(message, table, stage, Plugin, Scripts.Add(script), rank, filter, images, runAs);

    /// <summary>Adds a step of the plug-in with state.</summary>
    public DeskSolution CountingStep(string message, string table, int stage, string configuration) =>
        WriteStep(message, table, stage, Counting, configuration, 1, null, null, null);

    /// <summary>An image element for <see cref="Step"/>: type 0 before, 1 after, 2 both.</summary>
    public static string Image(string alias, int type, string columns, string property = "Target") =>
        $"""
            <SdkMessageProcessingStepImage Name="{alias}">
              <Attributes>{columns}</Attributes><EntityAlias>{alias}</EntityAlias><ImageType>{type}</ImageType>
              <MessagePropertyName>{property}</MessagePropertyName><IsCustomizable>1</IsCustomizable>
            </SdkMessageProcessingStepImage>
            """;

    /// <summary>Adds a custom API that runs a script; answers its unique name.</summary>
    /// <param name="requests">Name and type, as in the files; an optional one ends with a question mark.</param>
    public string CustomApi(
        Action<Plug> script,
        Dictionary<string, int>? requests = null,
        Dictionary<string, int>? responses = null,
        string? privilege = null
    )
    {
        var name = "cts_Api" + Interlocked.Increment(ref apis);
        Scripts.Put(name, script);
        var execute = privilege is null ? "" : $"<executeprivilegename>{privilege}</executeprivilegename>";
        Write(
            $"customapis/{name}/customapi.xml",
            $"""
            <customapi uniquename="{name}"><allowedcustomprocessingsteptype>0</allowedcustomprocessingsteptype><bindingtype>0</bindingtype>{execute}
            <isfunction>0</isfunction><isprivate>0</isprivate><name>{name}</name>
            <plugintypeid><plugintypeexportkey>{Api}</plugintypeexportkey></plugintypeid><workflowsdkstepenabled>0</workflowsdkstepenabled>
            </customapi>
            """
        );
        foreach (var (key, type) in requests ?? [])
        {
            var parameter = key.TrimEnd('?');
            Write(
                $"customapis/{name}/customapirequestparameters/{parameter}/customapirequestparameter.xml",
                $"""
                <customapirequestparameter uniquename="{parameter}"><isoptional>{(
                    key.EndsWith('?') ? 1 : 0
                )}</isoptional><name>{parameter}</name><type>{type}</type></customapirequestparameter>
                """
            );
        }

        foreach (var (property, type) in responses ?? [])
        {
            Write(
                $"customapis/{name}/customapiresponseproperties/{property}/customapiresponseproperty.xml",
                $"""
                <customapiresponseproperty uniquename="{property}"><name>{property}</name><type>{type}</type></customapiresponseproperty>
                """
            );
        }

        return name;
    }

    public void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Change(string path, string before, string after)
    {
        var file = Path.Combine(Folder, path);
        var text = File.ReadAllText(file);
        File.WriteAllText(
            file,
            text.Contains(before, StringComparison.Ordinal)
                ? text.Replace(before, after, StringComparison.Ordinal)
                : throw new InvalidOperationException($"{path} does not hold '{before}'.")
        );
    }

    private DeskSolution WriteStep(
        string message,
        string table,
        int stage,
        string plugin,
        string configuration,
        int rank,
        string? filter,
        string? images,
        string? runAs
    )
    {
        var id = $"5b1d6b60-0000-4000-9000-{++steps:D12}";
        Write(
            $"SdkMessageProcessingSteps/{{{id}}}.xml",
            $"""
            <SdkMessageProcessingStep Name="{message} of {table} at {stage}" SdkMessageProcessingStepId="{id}">
              <SdkMessageId>{Messages[message]}</SdkMessageId><PluginTypeId>{plugin}</PluginTypeId><PrimaryEntity>{table}</PrimaryEntity>
              <Configuration>{configuration}</Configuration>
              {(filter is null ? "" : $"<FilteringAttributes>{filter}</FilteringAttributes>")}
              {(runAs is null ? "" : $"<ImpersonatingUserIdName>{runAs}</ImpersonatingUserIdName>")}
              <Mode>0</Mode><Rank>{rank}</Rank><EventHandlerTypeCode>4602</EventHandlerTypeCode><Stage>{stage}</Stage>
              <SdkMessageProcessingStepImages>{images}</SdkMessageProcessingStepImages>
            </SdkMessageProcessingStep>
            """
        );
        return this;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("PowerIntegration.sln").Any())
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds PowerIntegration.sln.");
    }
}
