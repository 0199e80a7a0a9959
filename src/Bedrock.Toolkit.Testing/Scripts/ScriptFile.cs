using System.Globalization;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing.Conditions;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Scripts;

/// <summary>Answers and conditions from a JSON file, for programs that are not written in C#.</summary>
internal sealed class ScriptFile(SimulatedBedrock engine, string path)
{
    private static readonly JsonDocumentOptions Readable = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    // Where the reader is, for messages.
    private string _place = "$";

    /// <summary>Sets up what a file says.</summary>
    /// <exception cref="InvalidDataException">The file says something that there is not; the message says where.</exception>
    public static void Load(SimulatedBedrock engine, string path)
    {
        var file = new ScriptFile(engine, path);
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path), Readable);
            file.Load(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException or KeyNotFoundException)
        {
            throw new InvalidDataException($"The script '{path}' cannot be used, at {file._place}: {e.Message}", e);
        }
    }

    public override string ToString() => path;

    private void Load(JsonElement root)
    {
        foreach (JsonProperty member in Members(root, "$"))
        {
            switch (member.Name)
            {
                case "allowAnyModel":
                    engine.AllowsAnyModel = member.Value.GetBoolean();
                    break;
                case "allowAnyRequest":
                    engine.AllowsAnyRequest = member.Value.GetBoolean();
                    break;
                case "allowUnscriptedCalls":
                    engine.AllowsUnscriptedCalls = member.Value.GetBoolean();
                    break;
                case "models":
                    foreach (JsonProperty model in Members(member.Value, "$.models"))
                    {
                        engine.Serve(model.Name, model.Value.GetString()!);
                    }

                    break;
                case "latency":
                    Each(member.Value, "$.latency", SetLatency);
                    break;
                case "faults":
                    Each(member.Value, "$.faults", AddFault);
                    break;
                case "quotas":
                    Each(member.Value, "$.quotas", SetQuota);
                    break;
                case "chaos":
                    _place = "$.chaos";
                    engine.Conditions.Chaos = FaultChances.Of(Number(member.Value, "seed") ?? 0,
                        member.Value.EnumerateObject().Where(share => share.Name != "seed")
                            .ToDictionary(share => share.Name, share => share.Value.GetDouble(), StringComparer.Ordinal));
                    break;
                case "answers":
                    Each(member.Value, "$.answers", AddAnswer);
                    break;
                default:
                    throw new FormatException("there is no such member. There are: allowAnyModel, allowAnyRequest, allowUnscriptedCalls, models, latency, "
                        + "faults, quotas, chaos, answers.");
            }
        }
    }

    private void SetLatency(JsonElement json) => engine.Conditions.SetLatency(Model(json), Latency(json) ?? throw new FormatException("afterMs is missing."));

    private void AddFault(JsonElement json)
    {
        var fault = BedrockFault.Parse(Required(json, "fault"));
        engine.Conditions.Add((Number(json, "every"), Number(json, "next")) switch
        {
            ({ } nth and > 0, null) => new FaultPlace(fault, Model(json), number => number % nth == 0),
            (null, { } count and > 0) => new FaultPlace(fault, Model(json), number => number <= count),
            _ => throw new FormatException("either 'every' or 'next' must be there, and at least 1."),
        });
    }

    private void SetQuota(JsonElement json) =>
        engine.Conditions.SetQuota(Model(json), Number(json, "tokensPerMinute"), Number(json, "requestsPerMinute"));

    private void AddAnswer(JsonElement json)
    {
        string operation = Required(json, "operation");
        ISimulatedOperation simulation = SimulatedOperations.All.FirstOrDefault(known => known.Templates.Any(template => template.Operation == operation))
            ?? throw new FormatException($"there is no operation '{operation}'.");
        OperationTemplate template = simulation.Templates.First(known => known.Operation == operation);
        string labels = json.TryGetProperty("labels", out JsonElement given)
            ? string.Join('\n', given.EnumerateArray().Select(label => label.GetString()))
            : Model(json)?.Value ?? string.Empty;
        ModelScript script = engine.ScriptOf(template.Group, labels, new ScriptWords($"{operation} {labels}", path, operation, operation));
        script.Add(ToAnswer(json, template));
        script.Last.Latency = Latency(json);
        if (json.TryGetProperty("tokens", out JsonElement tokens))
        {
            script.Last.Tokens = (Number(tokens, "input") ?? 0, Number(tokens, "output") ?? 0);
        }
    }

    private static ScriptedAnswer ToAnswer(JsonElement json, OperationTemplate template)
    {
        bool isConverse = template.Group == SimulatedConverse.Group;
        if (json.TryGetProperty("fault", out JsonElement fault))
        {
            return ScriptedAnswer.Failure(BedrockFault.Parse(fault.GetString()!).Apply);
        }

        if (isConverse && json.TryGetProperty("text", out JsonElement text))
        {
            return Converse(new ConverseResponse { Output = Message.Assistant(text.GetString()!), StopReason = StopReason.EndTurn });
        }

        if (isConverse && json.TryGetProperty("toolCall", out JsonElement call))
        {
            var use = new ToolUseBlock { ToolUseId = "tooluse_1", Name = Required(call, "name"), Input = call.GetProperty("input").Clone() };
            return Converse(new ConverseResponse { Output = Message.Assistant(new ToolUseContent(use)), StopReason = StopReason.ToolUse });
        }

        if (json.TryGetProperty("events", out JsonElement events))
        {
            byte[][] frames = [.. events.EnumerateArray().Select((item, index) => isConverse
                ? ConverseEvents.Frame(BedrockJson.Deserialize<ConverseStreamEvent>(item.GetRawText()), index)
                : EventFrames.Chunk(JsonSerializer.SerializeToUtf8Bytes(item, BedrockJson.TypeInfo<JsonElement>()), index))];
            return ScriptedAnswer.Stream(_ => Answer.EventStream(EventFrames.OfFrames(frames)));
        }

        if (!json.TryGetProperty("body", out JsonElement body))
        {
            throw new FormatException("an answer needs one of 'text', 'toolCall', 'body', 'events' and 'fault'.");
        }

        if (isConverse)
        {
            return Converse(BedrockJson.Deserialize<ConverseResponse>(body.GetRawText()));
        }

        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(body, BedrockJson.TypeInfo<JsonElement>());
        return ScriptedAnswer.Reply(_ => Answer.Raw(200, "application/json", bytes));
    }

    private static ScriptedAnswer Converse(ConverseResponse response)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(response, BedrockJson.TypeInfo<ConverseResponse>());
        byte[][] frames = [.. ConverseEvents.Of(response).Select(ConverseEvents.Frame)];
        return ScriptedAnswer.Reply(
            call => call.IsStreaming ? Answer.EventStream(EventFrames.OfFrames(frames)) : Answer.Raw(200, "application/json", body), servesBoth: true);
    }

    private IEnumerable<JsonProperty> Members(JsonElement json, string place)
    {
        foreach (JsonProperty member in json.EnumerateObject())
        {
            _place = $"{place}.{member.Name}";
            yield return member;
        }
    }

    // One, or a list of them.
    private void Each(JsonElement json, string place, Action<JsonElement> set)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            set(json);
            return;
        }

        int index = 0;
        foreach (JsonElement item in json.EnumerateArray())
        {
            _place = string.Create(CultureInfo.InvariantCulture, $"{place}[{index++}]");
            set(item);
        }
    }

    private static SimulatedLatency? Latency(JsonElement json)
    {
        int? first = Number(json, "afterMs");
        int? between = Number(json, "betweenEventsMs");
        return first is null && between is null ? null
            : first < 0 || between < 0 ? throw new FormatException("afterMs and betweenEventsMs must not be negative.")
            : new SimulatedLatency(TimeSpan.FromMilliseconds(first ?? 0), TimeSpan.FromMilliseconds(between ?? 0));
    }

    private static ModelId? Model(JsonElement json) => json.TryGetProperty("model", out JsonElement model) ? (ModelId?)new ModelId(model.GetString()!) : null;

    private static string Required(JsonElement json, string member) => json.TryGetProperty(member, out JsonElement value) && value.GetString() is { } text
        ? text : throw new FormatException($"'{member}' is missing.");

    private static int? Number(JsonElement json, string member) => json.TryGetProperty(member, out JsonElement value) ? value.GetInt32() : null;
}
