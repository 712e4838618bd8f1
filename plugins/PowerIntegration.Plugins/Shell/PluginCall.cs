using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Plugins.Shell;

/// <summary>One execution of a plug-in: its context and the services that the platform gave it.</summary>
internal sealed class PluginCall
{
    /// <summary>How the names of our own custom APIs begin.</summary>
    public const string OwnApiPrefix = "pint_";

    private readonly IOrganizationServiceFactory factory;
    private readonly ITracingService tracing;

    public PluginCall(IServiceProvider services)
    {
        Context = Required<IPluginExecutionContext>(services);
        factory = Required<IOrganizationServiceFactory>(services);
        tracing = Required<ITracingService>(services);
    }

    public IPluginExecutionContext Context { get; }

    // Only the product writes frozen rows, so it runs as SYSTEM. The execute privilege of the custom API decides who may call.
    public IOrganizationService SystemService() => factory.CreateOrganizationService(null);

    // Changes that belong to the caller's own save run as the caller, so that Dataverse checks the caller's privilege and records the name.
    public IOrganizationService CallerService() => factory.CreateOrganizationService(Context.InitiatingUserId);

    /// <summary>Writes as a person for whom an application asks: Dataverse checks the role of that person, and records the name.</summary>
    public IOrganizationService ServiceOf(Person person) => factory.CreateOrganizationService(person.Id);

    // The text goes as an argument: braces in a message are no placeholders.
    public void Trace(string message) => tracing.Trace("{0}", message);

    public T Input<T>(string name) =>
        Context.InputParameters.TryGetValue(name, out var value) && value is T typed
            ? typed
            : throw new InvalidPluginExecutionException(
                $"The value {name} is missing or has the wrong type. Ask the integration administrator to correct the flow."
            );

    public string? OptionalText(string name) => Context.InputParameters.TryGetValue(name, out var value) ? value as string : null;

    // The platform passes an id that was left out as the empty one.
    public Guid? OptionalId(string name) =>
        Context.InputParameters.TryGetValue(name, out var value) && value is Guid id && id != Guid.Empty ? id : null;

    public bool OptionalFlag(string name) => Context.InputParameters.TryGetValue(name, out var value) && value is true;

    /// <summary>True where the request was made inside a message whose name begins so: one of our own custom APIs, or a certain one.</summary>
    public bool IsInside(string messagePrefix)
    {
        for (var caller = Context.ParentContext; caller is not null; caller = caller.ParentContext)
        {
            if (caller.MessageName.StartsWith(messagePrefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the request was made inside one of these messages, by their exact names.</summary>
    public bool IsInsideAny(IReadOnlyCollection<string> messages)
    {
        for (var caller = Context.ParentContext; caller is not null; caller = caller.ParentContext)
        {
            if (messages.Contains(caller.MessageName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the row comes with another one of the table, in the request that creates that one.</summary>
    public bool IsCreatedWith(string table)
    {
        for (var caller = Context.ParentContext; caller is not null; caller = caller.ParentContext)
        {
            if (caller.MessageName == "Create" && caller.PrimaryEntityName == table)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Who called, by name and ID. People read the name; the ID is needed because two people may have the same name.</summary>
    public Person Caller() => Named(Context.InitiatingUserId);

    /// <summary>In whose name the request runs: the caller, but for what our own custom API writes as a person.</summary>
    public Person ActingUser() => Named(Context.UserId);

    private Person Named(Guid id)
    {
        var user = SystemService().Retrieve("systemuser", id, new ColumnSet("fullname"));
        return new Person(id, ShownName(user.GetAttributeValue<string>("fullname")));
    }

    /// <summary>The name of a user as people read it.</summary>
    public static string ShownName(string? fullName) => fullName is { Length: > 0 } name ? name : "User without a name";

    /// <summary>
    /// The person who decides now, by name and ID. An application is no person, and who acts in another's name is not the one whose name would be
    /// written down. Who has roles that one person must not have decides nothing, whichever of them the call needs.
    /// </summary>
    public Person Person()
    {
        if (ApplicationId != Guid.Empty)
        {
            throw new InvalidPluginExecutionException(
                $"{Context.MessageName} was called by application {ApplicationId}. Only a person can decide this. Sign in and repeat it yourself."
            );
        }

        return Context is IPluginExecutionContext3 known && known.AuthenticatedUserId == Context.InitiatingUserId
            ? WithoutConflict()
            : throw new InvalidPluginExecutionException(
                $"{Context.MessageName} was called in the name of another user. Only the person whose name is recorded can decide this. "
                    + "Sign in and repeat it yourself."
            );
    }

    private Person WithoutConflict()
    {
        var holder =
            RoleReader.OfUser(SystemService(), Context.InitiatingUserId)
            ?? throw new InvalidPluginExecutionException(
                $"User {Context.InitiatingUserId} does not exist. Ask a system administrator to add the user, then try again."
            );
        return holder.Conflicts.Count == 0
            ? holder.User
            : throw new InvalidPluginExecutionException($"{holder.Sentence} {holder.NextStep} Nothing was recorded.");
    }

    /// <summary>The application that called; empty where a person did.</summary>
    public Guid ApplicationId => Context is IPluginExecutionContext2 known ? known.InitiatingUserApplicationId : Guid.Empty;

    public void Output(string name, object value) => Context.OutputParameters[name] = value;

    private static T Required<T>(IServiceProvider services)
        where T : class =>
        services.GetService(typeof(T)) as T ?? throw new InvalidPluginExecutionException($"Dataverse did not provide {typeof(T).Name}. Try again.");
}
