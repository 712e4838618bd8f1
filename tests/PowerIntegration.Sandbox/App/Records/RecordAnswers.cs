using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PowerIntegration.Sandbox.App.Access;
using PowerIntegration.Sandbox.App.Frame;

namespace PowerIntegration.Sandbox.App.Records;

/// <summary>Answers requests for a record: to read it, to save it, to search what a lookup offers.</summary>
internal static class RecordAnswers
{
    private const string SavedOption = "saved";

    private const string NotFound =
        "This record was not found, or your security roles do not let you read it. Ask the person who sent you the link, or the administrator.";

    /// <summary>Shows a record, or the form of a new one.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="options">Options of the address.</param>
    public static async Task<IResult> ShowAsync(AppVisit visit, IQueryCollection options)
    {
        var nonce = AppPages.Nonce();
        var (model, _) = await OpenAsync(visit, options, nonce);
        if (model is null)
        {
            return await ProblemAsync(visit, nonce);
        }

        return await DrawAsync(model with { Done = options.ContainsKey(SavedOption) ? "Saved." : null }, nonce);
    }

    /// <summary>Saves a record.</summary>
    /// <param name="visit">Who saves.</param>
    /// <param name="options">Options of the address.</param>
    /// <param name="input">What was posted.</param>
    public static async Task<IResult> SaveAsync(AppVisit visit, IQueryCollection options, IReadOnlyDictionary<string, string> input)
    {
        var nonce = AppPages.Nonce();
        var (read, place) = await OpenAsync(visit, options, nonce);
        if (read is null)
        {
            return await ProblemAsync(visit, nonce);
        }

        var writer = new RecordWriter(visit, place!);
        var (saved, model) = await writer.SaveAsync(await writer.EnteredAsync(read, input), input.GetValueOrDefault("version", ""));
        return saved is { } id
            ? Results.Redirect(
                (place!.Id is null ? AppAddress.Record(place.Table.Name, id) : place.Address) + $"&{SavedOption}=1"
            )
            : await DrawAsync(model, nonce, model.IsConflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Rows that a lookup offers for words.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="options">Options of the address: table, column, view and words.</param>
    public static async Task<IResult> SearchAsync(AppVisit visit, IQueryCollection options)
    {
        if (visit.Catalog.Find(options["etn"].ToString())?.Column(options["column"].ToString()) is not { IsLookup: true } column)
        {
            return Results.NotFound();
        }

        var view = Guid.TryParse(options["viewid"], out var id) ? id : (Guid?)null;
        var found = await LookupReader.SearchAsync(visit, column, view, options["words"].ToString());
        return Results.Json(found.Select(option => new JsonObject { ["id"] = option.Id.ToString(), ["name"] = option.Name }));
    }

    private static async Task<(RecordModel? Model, RecordPlace? Place)> OpenAsync(AppVisit visit, IQueryCollection options, string nonce)
    {
        if (RecordPlace.Of(visit, options) is not { } place || (options["id"].ToString().Length > 0 && place.Id is null))
        {
            return (null, null);
        }

        var reader = new RecordReader(visit, place);
        if (place.Id is null)
        {
            return visit.Access.May("Create", place.Table) ? (await reader.ModelAsync([], nonce), place) : (null, null);
        }

        var row = await reader.RowAsync();
        return row.IsGood ? (await reader.ModelAsync(row.Body!, nonce), place) : (null, null);
    }

    private static Task<IResult> DrawAsync(RecordModel model, string nonce, int status = StatusCodes.Status200OK) =>
        AppPages.DrawAsync<RecordPage>(model, nonce, status);

    private static Task<IResult> ProblemAsync(AppVisit visit, string nonce) =>
        AppPages.DrawAsync<ProblemPage>(
            new ProblemModel(ShellModel.Of(visit, "Record not found", nonce), NotFound),
            nonce,
            StatusCodes.Status404NotFound
        );
}
