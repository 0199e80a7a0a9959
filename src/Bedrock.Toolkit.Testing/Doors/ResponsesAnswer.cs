using System.Security.Cryptography;
using System.Text.Json;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Doors;

/// <summary>An answer of Chat Completions in the shape of Responses, whole or as events. Immutable.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-responses-api.html</remarks>
internal sealed class ResponsesAnswer
{
    private const long Created = 1_764_000_000;

    private readonly string _id;
    private readonly string _model;
    private readonly bool _isStored;
    private readonly string? _tier;
    private readonly string _text;
    private readonly (string Id, string Name, string Arguments)? _call;
    private readonly bool _isCut;
    private readonly int _input;
    private readonly int _output;

    public ResponsesAnswer(ReadOnlyMemory<byte> chat, string model, ReadOnlyMemory<byte> request)
    {
        _model = model;
        string digest = Convert.ToHexStringLower(SHA256.HashData(request.Span).AsSpan(0, 12));
        _id = "resp_" + digest;
        using (JsonDocument asked = JsonDocument.Parse(request))
        {
            _isStored = BodyChecks.Boolean(asked.RootElement, "store") ?? true;
            _tier = asked.RootElement.TryGetProperty("service_tier", out JsonElement tier) ? tier.GetString() : null;
        }

        using JsonDocument document = JsonDocument.Parse(chat);
        JsonElement choice = document.RootElement.GetProperty("choices")[0];
        JsonElement message = choice.GetProperty("message");
        _text = message.TryGetProperty("content", out JsonElement content) ? content.GetString() ?? string.Empty : string.Empty;
        _isCut = choice.GetProperty("finish_reason").ValueEquals("length");
        if (message.TryGetProperty("tool_calls", out JsonElement calls) && calls.ValueKind == JsonValueKind.Array && calls.GetArrayLength() > 0)
        {
            JsonElement function = calls[0].GetProperty("function");
            _call = (calls[0].GetProperty("id").GetString()!, function.GetProperty("name").GetString()!, function.GetProperty("arguments").GetString()!);
        }

        if (document.RootElement.TryGetProperty("usage", out JsonElement usage))
        {
            _input = usage.GetProperty("prompt_tokens").GetInt32();
            _output = usage.GetProperty("completion_tokens").GetInt32();
        }
    }

    private string ItemId => (_call is null ? "msg_" : "fc_") + _id["resp_".Length..];

    private string Status => _isCut ? "incomplete" : "completed";

    /// <summary>The answer as a whole.</summary>
    public byte[] Whole() => SimulatedJson.Object(writer => WriteResponse(writer, Status));

    /// <summary>Keeps the answer with the conversation up to it, unless the request says not to.</summary>
    public void KeepIn(StoredResponses stored, ReadOnlyMemory<byte> request)
    {
        if (!_isStored)
        {
            return;
        }

        using JsonDocument asked = JsonDocument.Parse(request);
        byte[] items = SimulatedJson.Array(writer =>
        {
            if (stored.Before(asked.RootElement) is { } before)
            {
                using var earlier = JsonDocument.Parse(before);
                WriteAll(writer, earlier.RootElement);
            }

            WriteAll(writer, asked.RootElement.GetProperty("input"));
            WriteOutput(writer, _call?.Arguments ?? _text, Status);
        });
        stored.Keep(_id, new StoredResponse(Whole(), items));
    }

    private static void WriteAll(Utf8JsonWriter writer, JsonElement items)
    {
        if (items.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in items.EnumerateArray())
            {
                item.WriteTo(writer);
            }

            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type", "message");
        writer.WriteString("role", "user");
        writer.WriteString("content", items.GetString());
        writer.WriteEndObject();
    }

    /// <summary>The answer as server-sent events.</summary>
    public List<byte[]> Events()
    {
        List<byte[]> events = [];
        Add(events, "response.created", writer => WriteNested(writer, "in_progress"));
        Add(events, "response.in_progress", writer => WriteNested(writer, "in_progress"));
        Add(events, "response.output_item.added", writer => WriteItem(writer, string.Empty, "in_progress"));
        if (_call is { } call)
        {
            AddDeltas(events, "response.function_call_arguments", call.Arguments, isPart: false);
        }
        else
        {
            Add(events, "response.content_part.added", writer => WritePart(writer, string.Empty));
            AddDeltas(events, "response.output_text", _text, isPart: true);
            Add(events, "response.content_part.done", writer => WritePart(writer, _text));
        }

        Add(events, "response.output_item.done", writer => WriteItem(writer, _call?.Arguments ?? _text, Status));
        Add(events, "response." + Status, writer => WriteNested(writer, Status));
        return events;
    }

    private void AddDeltas(List<byte[]> events, string type, string whole, bool isPart)
    {
        foreach (string piece in SimulatedText.Pieces(whole))
        {
            Add(events, type + ".delta", writer => WritePiece(writer, "delta", piece, isPart));
        }

        Add(events, type + ".done", writer => WritePiece(writer, isPart ? "text" : "arguments", whole, isPart));
    }

    private void WritePiece(Utf8JsonWriter writer, string member, string text, bool isPart)
    {
        writer.WriteString("item_id", ItemId);
        writer.WriteNumber("output_index", 0);
        if (isPart)
        {
            writer.WriteNumber("content_index", 0);
            writer.WriteStartArray("logprobs");
            writer.WriteEndArray();
        }

        writer.WriteString(member, text);
    }

    private static void Add(List<byte[]> events, string type, Action<Utf8JsonWriter> members)
    {
        int number = events.Count;
        events.Add(DoorAnswers.Event(type, SimulatedJson.Object(writer =>
        {
            writer.WriteString("type", type);
            writer.WriteNumber("sequence_number", number);
            members(writer);
        })));
    }

    private void WriteNested(Utf8JsonWriter writer, string status)
    {
        writer.WriteStartObject("response");
        WriteResponse(writer, status);
        writer.WriteEndObject();
    }

    private void WritePart(Utf8JsonWriter writer, string text)
    {
        writer.WriteString("item_id", ItemId);
        writer.WriteNumber("output_index", 0);
        writer.WriteNumber("content_index", 0);
        writer.WritePropertyName("part");
        WriteText(writer, text);
    }

    private void WriteItem(Utf8JsonWriter writer, string content, string status)
    {
        writer.WriteNumber("output_index", 0);
        writer.WritePropertyName("item");
        WriteOutput(writer, content, status);
    }

    private void WriteOutput(Utf8JsonWriter writer, string content, string status)
    {
        writer.WriteStartObject();
        writer.WriteString("id", ItemId);
        writer.WriteString("type", _call is null ? "message" : "function_call");
        writer.WriteString("status", status);
        if (_call is { } call)
        {
            writer.WriteString("call_id", call.Id);
            writer.WriteString("name", call.Name);
            writer.WriteString("arguments", content);
        }
        else
        {
            writer.WriteString("role", "assistant");
            writer.WriteStartArray("content");
            if (content.Length > 0)
            {
                WriteText(writer, content);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "output_text");
        writer.WriteString("text", text);
        writer.WriteStartArray("annotations");
        writer.WriteEndArray();
        writer.WriteStartArray("logprobs");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteResponse(Utf8JsonWriter writer, string status)
    {
        bool isDone = status != "in_progress";
        writer.WriteString("id", _id);
        writer.WriteString("object", "response");
        writer.WriteNumber("created_at", Created);
        writer.WriteString("status", status);
        writer.WriteBoolean("background", false);
        writer.WriteNull("error");
        writer.WriteString("model", _model);
        writer.WriteBoolean("store", _isStored);
        writer.WriteString("service_tier", _tier is null or "auto" ? "default" : _tier);
        writer.WriteBoolean("parallel_tool_calls", true);
        writer.WriteString("tool_choice", "auto");
        writer.WriteStartArray("tools");
        writer.WriteEndArray();
        writer.WriteStartObject("metadata");
        writer.WriteEndObject();
        if (isDone && _isCut)
        {
            writer.WriteStartObject("incomplete_details");
            writer.WriteString("reason", "max_output_tokens");
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("incomplete_details");
        }

        writer.WriteStartArray("output");
        if (isDone)
        {
            WriteOutput(writer, _call?.Arguments ?? _text, status);
        }

        writer.WriteEndArray();
        if (isDone)
        {
            writer.WriteStartObject("usage");
            writer.WriteNumber("input_tokens", _input);
            writer.WriteStartObject("input_tokens_details");
            writer.WriteNumber("cached_tokens", 0);
            writer.WriteNumber("cache_write_tokens", 0);
            writer.WriteEndObject();
            writer.WriteNumber("output_tokens", _output);
            writer.WriteStartObject("output_tokens_details");
            writer.WriteNumber("reasoning_tokens", 0);
            writer.WriteEndObject();
            writer.WriteNumber("total_tokens", _input + _output);
            writer.WriteEndObject();
        }
    }
}
