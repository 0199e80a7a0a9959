using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Conventions;
using Bedrock.Toolkit.Tools;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>
/// Leads a client through <c>tests/interop/control.json</c>: calls, what their answers have to say, and what of them later calls need. The official
/// client for JavaScript goes the same way.
/// </summary>
internal sealed partial class ControlTour(BedrockControlClient client, Action<TimeSpan> wait)
{
    private readonly Dictionary<string, string> _kept = [];

    public List<string> Faults { get; } = [];

    public static string Path { get; } = System.IO.Path.Combine(SourceFolders.Repository, "tests", "interop", "control.json");

    public async Task RunAsync()
    {
        foreach (JsonObject step in JsonNode.Parse(await File.ReadAllTextAsync(Path))!.AsArray().Select(step => step!.AsObject()))
        {
            if (step["wait"] is { } seconds)
            {
                wait(TimeSpan.FromSeconds(seconds.GetValue<int>()));
                continue;
            }

            string operation = step["call"]!.GetValue<string>();
            try
            {
                JsonObject answer = await CallAsync(operation, (JsonObject)Filled(step["with"]!)!);
                Check(step, operation, answer);
            }
            catch (BedrockServiceException e) when (e.ErrorCode?.ToString() == step["error"]?.GetValue<string>())
            {
                Assert.Equal(operation, e.Operation);
            }
            catch (Exception e) when (e is BedrockException or TargetInvocationException)
            {
                Faults.Add($"{operation}: {(e.InnerException ?? e).Message}");
            }
        }
    }

    /// <summary>A request in the form in which those of the official client were written down: times and tokens are left out.</summary>
    public static JsonNode Shown(RecordedCall call)
    {
        var query = new JsonObject(call.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), (JsonNode?)Uri.UnescapeDataString(pair[1]))));
        var shown = new JsonObject
        {
            ["method"] = call.Method,
            ["path"] = call.Path,
            ["query"] = query,
            ["body"] = call.Body.IsEmpty ? null : JsonNode.Parse(call.Body.Span),
        };
        return JsonNode.Parse(TokenText().Replace(TimeText().Replace(shown.ToJsonString(), "time"), "$1token\""))!;
    }

    private void Check(JsonObject step, string operation, JsonObject answer)
    {
        if (step["error"] is { } error)
        {
            Faults.Add($"{operation} did not fail with {error}");
        }

        foreach ((string path, JsonNode? due) in step["is"] as JsonObject ?? [])
        {
            string expected = Text(Filled(due!));
            string actual = Text(Member(answer, path));
            if (actual != expected)
            {
                Faults.Add($"{operation}: {path} is '{actual}' and not '{expected}'");
            }
        }

        foreach ((string name, JsonNode? path) in step["keep"] as JsonObject ?? [])
        {
            _kept[name] = Text(Member(answer, path!.GetValue<string>()));
            if (_kept[name].Length == 0)
            {
                Faults.Add($"{operation}: no {path}");
            }
        }
    }

    private async Task<JsonObject> CallAsync(string operation, JsonObject with)
    {
        MethodInfo method = typeof(BedrockControlClient).GetMethods()
            .Where(candidate => candidate.GetParameters().Length == 3 && typeof(Task).IsAssignableFrom(candidate.ReturnType))
            .Single(candidate => candidate.Name == operation + "Async" || candidate.Name == operation + "PageAsync");
        Type type = method.GetParameters()[0].ParameterType;
        var json = new JsonObject(with.Select(member => KeyValuePair.Create(WireName(type, member.Key), member.Value?.DeepClone())));
        object request = JsonSerializer.Deserialize(json.ToJsonString(), BedrockControlJson.Options.GetTypeInfo(type))!;
        if (Leftovers.FaultOf(request, json) is { } fault)
        {
            Faults.Add($"{operation}, request: {fault}");
        }

        var task = (Task)method.Invoke(client, [request, null, CancellationToken.None])!;
        await task;
        object response = task.GetType().GetProperty("Result")!.GetValue(task)!;
        string written = JsonSerializer.Serialize(response, BedrockControlJson.Options.GetTypeInfo(response.GetType()));
        var answer = (JsonObject)JsonNode.Parse(written)!;
        if (Leftovers.FaultOf(response, answer) is { } left)
        {
            Faults.Add($"{operation}, answer: {left}");
        }

        return answer;
    }

    // The tour has the model's names; some members of a query have another one in JSON.
    private static string WireName(Type request, string name) =>
        request.GetProperty(RoomTypes.Pascal(name))?.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? name;

    private JsonNode? Filled(JsonNode node) => node switch
    {
        JsonObject given => new JsonObject(given.Select(member => KeyValuePair.Create(member.Key, Filled(member.Value!)))),
        JsonArray list => new JsonArray([.. list.Select(element => Filled(element!))]),
        JsonValue value when value.TryGetValue(out string? text) && text is ['{', .. var name, '}'] && _kept.TryGetValue(name, out string? kept) => kept,
        _ => node.DeepClone(),
    };

    private static JsonNode? Member(JsonNode? node, string path)
    {
        foreach (string part in path.Split('.'))
        {
            node = node is JsonArray list ? list.ElementAtOrDefault(int.Parse(part, CultureInfo.InvariantCulture)) : node?[part];
        }

        return node;
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+Z")]
    private static partial Regex TimeText();

    [GeneratedRegex("(\"client(Request)?Token\":\")[^\"]+\"")]
    private static partial Regex TokenText();

    private static string Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : node?.ToJsonString() ?? string.Empty;
}
