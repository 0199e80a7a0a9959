using System.Globalization;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>Answers a list operation: filters by the members of its query, order, pages.</summary>
internal static class ResourcePages
{
    private const int DefaultResults = 100;
    private const string TokenStart = "after+";

    private static readonly string[] Paging = ["maxResults", "nextToken", "sortBy", "sortOrder"];

    /// <summary>The answer, whole.</summary>
    /// <param name="call">The call.</param>
    /// <param name="all">Views, oldest first.</param>
    /// <param name="nameMember">What a filter by name looks at.</param>
    public static JsonObject Of(ControlCall call, IEnumerable<JsonObject> all, string nameMember)
    {
        ShapeFacts output = ServiceFacts.Bedrock[call.Operation.Output];
        MemberFacts list = output.Members.First(static member => ServiceFacts.Bedrock[member.Shape].Type == "list");
        ShapeFacts element = ServiceFacts.Bedrock[ServiceFacts.Bedrock[list.Shape].Element];
        List<JsonObject> found = [.. all.Where(view => Fits(call, view, nameMember)).Select(view => ResourceView.Of(element, view))];
        if (call.Text("sortOrder") != "Ascending" && TakesOrder(call))
        {
            found.Reverse();
        }

        int start = call.Text("nextToken") is { } token ? PlaceOf(token, found.Count) : 0;
        int most = call.Request["maxResults"] is { } given ? (int)given.GetValue<long>() : DefaultResults;
        var answer = new JsonObject { [list.Name] = new JsonArray([.. found.Skip(start).Take(most)]) };
        if (start + most < found.Count)
        {
            answer["nextToken"] = $"{TokenStart}{(start + most).ToString(CultureInfo.InvariantCulture)}=";
        }

        return answer;
    }

    private static bool TakesOrder(ControlCall call) => ServiceFacts.Bedrock[call.Operation.Input].Members.Any(static member => member.Name == "sortOrder");

    private static bool Fits(ControlCall call, JsonObject view, string nameMember)
    {
        foreach (MemberFacts member in ServiceFacts.Bedrock[call.Operation.Input].Members.Where(static m => m.Location == "querystring"
            && !Paging.Contains(m.Name)))
        {
            if (call.Request[member.Name] is { } wanted && !Fits(view, member.Name, Text(wanted), nameMember))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fits(JsonObject view, string filter, string wanted, string nameMember)
    {
        if (filter == "nameContains")
        {
            return view[nameMember] is { } name && Text(name).Contains(wanted, StringComparison.OrdinalIgnoreCase);
        }

        foreach ((string end, Func<string, string, bool> fits) in Ends)
        {
            if (filter.EndsWith(end, StringComparison.Ordinal))
            {
                return view[Member(view, filter[..^end.Length])] is { } value && fits(Text(value), wanted);
            }
        }

        return view[filter] is not { } same || Text(same) == wanted;
    }

    private static (string End, Func<string, string, bool> Fits)[] Ends { get; } =
    [
        ("Equals", static (value, wanted) => value == wanted),
        ("Contains", static (value, wanted) => value.Contains(wanted, StringComparison.OrdinalIgnoreCase)),
        ("After", static (value, wanted) => Time(value) > Time(wanted)),
        ("Before", static (value, wanted) => Time(value) < Time(wanted)),
    ];

    // Filters leave parts of a name out: sourceAccount is sourceAccountId, created is createdAt.
    private static string Member(JsonObject view, string name) => view.ContainsKey(name) ? name
        : view.FirstOrDefault(pair => pair.Key.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            || pair.Key.EndsWith(name, StringComparison.OrdinalIgnoreCase)).Key ?? name;

    private static string Text(JsonNode node) =>
        node is JsonArray { Count: > 0 } list ? Text(list[0]!) : node is JsonValue value && value.TryGetValue(out string? text) ? text : node.ToJsonString();

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw ServiceFailure.Validation("A time of the query is no time.");

    private static int PlaceOf(string token, int count) =>
        token.StartsWith(TokenStart, StringComparison.Ordinal) && token.EndsWith('=')
            && int.TryParse(token.AsSpan(TokenStart.Length, token.Length - TokenStart.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture,
                out int place)
            && place <= count
            ? place
            : throw ServiceFailure.Validation("The provided pagination token is invalid.");
}
