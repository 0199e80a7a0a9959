using System.Buffers.Binary;
using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// One talk: events of the client in, events of the model out. A turn of the user ends with a typed text, with the result of a tool, with the end of the audio,
/// or with a second of silence after sound. For one thread at a time.
/// </summary>
internal sealed class SpeechSession(int number)
{
    private const int Loud = 500;
    private const int MaxSilenceMilliseconds = 1_000;
    private const int BytesOfSample = 2;

    private readonly Dictionary<string, SpeechContent> _contents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _toolsInUse = new(StringComparer.Ordinal);
    private readonly SpeechUsage _usage = new();
    private readonly List<(string Name, JsonElement Schema)> _tools = [];
    private string? _prompt;
    private string _system = string.Empty;
    private int _outputRate = 24_000;
    private bool _isStarted;
    private bool _isEnded;
    private bool _hasAudio;
    private int _turns;

    /// <summary>Takes an event and gives what the model says to it.</summary>
    /// <exception cref="ServiceFailure">The event is malformed, or may not stand here.</exception>
    public List<byte[]> Take(byte[] json)
    {
        JsonElement body = Parse(json);
        JsonProperty input = body.EnumerateObject().First();
        string name = input.Name;
        JsonElement value = input.Value;
        Require(!_isEnded, $"'{name}' came after 'sessionEnd'.");
        Require(_isStarted || name == "sessionStart", $"The first event is 'sessionStart', not '{name}'.");
        Require(_prompt is not null || name is "sessionStart" or "promptStart" or "sessionEnd", $"'promptStart' comes before '{name}'.");
        if (name is not ("sessionStart" or "promptStart" or "sessionEnd"))
        {
            Require(Text(value, "promptName") == _prompt, $"{name}.promptName is not that of 'promptStart'.");
        }

        switch (name)
        {
            case "sessionStart":
                Require(!_isStarted, "'sessionStart' came twice.");
                _isStarted = true;
                return [];
            case "promptStart":
                Require(_prompt is null, "'promptStart' came twice.");
                StartPrompt(value);
                return [];
            case "contentStart":
                StartContent(value);
                return [];
            case "textInput" or "audioInput" or "toolResult":
                return TakeContent(name, value);
            case "contentEnd":
                return EndContent(value);
            case "promptEnd":
                Require(!_contents.Values.Any(c => c.IsOpen), "'promptEnd' came before the 'contentEnd' of every content.");
                return [];
            case "sessionEnd":
                _isEnded = true;
                return [];
            default:
                throw ServiceFailure.Validation($"There is no input event '{name}'.");
        }
    }

    private static JsonElement Parse(byte[] json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("event", out JsonElement body)
                && body.ValueKind == JsonValueKind.Object && body.EnumerateObject().Count() == 1
                    && body.EnumerateObject().First().Value.ValueKind == JsonValueKind.Object)
            {
                return body.Clone();
            }
        }
        catch (JsonException)
        {
            // Told below, as the service does.
        }

        throw ServiceFailure.Validation("An input is no JSON object with one member 'event' that holds one event.");
    }

    private void StartPrompt(JsonElement value)
    {
        _prompt = Text(value, "promptName");
        if (value.TryGetProperty("audioOutputConfiguration", out JsonElement audio))
        {
            _outputRate = Number(audio, "sampleRateHertz", "promptStart.audioOutputConfiguration");
        }

        if (value.TryGetProperty("toolConfiguration", out JsonElement configuration) && configuration.TryGetProperty("tools", out JsonElement tools))
        {
            foreach (JsonElement tool in tools.EnumerateArray())
            {
                JsonElement spec = tool.GetProperty("toolSpec");
                _tools.Add((Text(spec, "name"), JsonElement.Parse(Text(spec.GetProperty("inputSchema"), "json"))));
            }
        }
    }

    private void StartContent(JsonElement value)
    {
        string name = Text(value, "contentName");
        var content = new SpeechContent(Text(value, "type"), Text(value, "role"), value.TryGetProperty("interactive", out JsonElement flag)
            && flag.ValueKind == JsonValueKind.True);
        Require(content.Type is "TEXT" or "AUDIO" or "TOOL", "contentStart.type is TEXT, AUDIO or TOOL.");
        Require(_contents.TryAdd(name, content), "contentStart.contentName was used before: each content has a name of its own.");
        Require(!_hasAudio || content.IsInteractive || content.Type == "TOOL",
            "What was said before, and the instruction of the system, come before the audio.");
        switch (content.Type)
        {
            case "AUDIO":
                _hasAudio = true;
                content.SampleRate = value.TryGetProperty("audioInputConfiguration", out JsonElement audio)
                    ? Number(audio, "sampleRateHertz", "contentStart.audioInputConfiguration")
                        : throw ServiceFailure.Validation("contentStart.audioInputConfiguration is missing.");
                break;
            case "TOOL":
                Require(value.TryGetProperty("toolResultInputConfiguration", out JsonElement result) && _toolsInUse.Remove(Text(result, "toolUseId")),
                    "contentStart.toolResultInputConfiguration.toolUseId is that of no tool use that waits for a result.");
                break;
        }
    }

    private List<byte[]> TakeContent(string name, JsonElement value)
    {
        SpeechContent content = Open(value, name);
        string due = name switch { "textInput" => "TEXT", "audioInput" => "AUDIO", _ => "TOOL" };
        Require(content.Type == due, $"'{name}' came in a content of type {content.Type}.");
        string text = Text(value, "content");
        if (name != "audioInput")
        {
            content.Text += text;
            return [];
        }

        byte[] samples;
        try
        {
            samples = Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw ServiceFailure.Validation("audioInput.content is not base64.");
        }

        return Hear(content, samples) ? AnswerSound(content) : [];
    }

    // Whether a second of silence has followed on sound.
    private static bool Hear(SpeechContent content, byte[] samples)
    {
        for (int i = 0; i + 1 < samples.Length; i += BytesOfSample)
        {
            bool isLoud = Math.Abs((int)BinaryPrimitives.ReadInt16LittleEndian(samples.AsSpan(i))) > Loud;
            content.SilentSamples = isLoud ? 0 : content.SilentSamples + 1;
            content.Heard += isLoud ? 1 : 0;
        }

        return content.Heard > 0 && content.SilentSamples >= (long)content.SampleRate * MaxSilenceMilliseconds / 1_000;
    }

    private List<byte[]> EndContent(JsonElement value)
    {
        SpeechContent content = Open(value, "contentEnd");
        content.IsOpen = false;
        _usage.TextIn += SimulatedText.Tokens(content.Text);
        switch (content.Type)
        {
            case "AUDIO" when content.Heard > 0:
                return AnswerSound(content);
            case "TOOL":
                return new SpeechTurn(number, _prompt!, ++_turns, _outputRate, _usage).Say(SimulatedText.AnswerToTool(content.Text));
            case "TEXT" when content is { IsInteractive: true, Role: "USER" }:
                return AnswerText(content.Text);
            case "TEXT" when content.Role == "SYSTEM":
                _system += content.Text;
                return [];
            default:
                return [];
        }
    }

    private List<byte[]> AnswerText(string text)
    {
        var turn = new SpeechTurn(number, _prompt!, ++_turns, _outputRate, _usage);
        if (_tools.Find(tool => SimulatedToolInput.IsNamed(text, tool.Name)) is { Name: { } tool } found)
        {
            _toolsInUse.Add(turn.ToolUseId);
            return turn.UseTool(tool, SimulatedToolInput.Create(found.Schema, text));
        }

        return turn.Say(SimulatedText.Answer(text, _system));
    }

    private List<byte[]> AnswerSound(SpeechContent content)
    {
        double seconds = (double)content.Heard / content.SampleRate;
        _usage.SpeechIn += Math.Max(1, (int)(seconds * SpeechUsage.TokensOfSecond));
        content.Heard = 0;
        string heard = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seconds:0.0} seconds of sound");
        return new SpeechTurn(number, _prompt!, ++_turns, _outputRate, _usage) { Transcript = heard }.Say(SimulatedText.Answer(heard, _system));
    }

    private SpeechContent Open(JsonElement value, string name) =>
        _contents.TryGetValue(Text(value, "contentName"), out SpeechContent? content) && content.IsOpen ? content
            : throw ServiceFailure.Validation($"{name}.contentName is that of no content that is open.");

    private static string Text(JsonElement value, string member) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(member, out JsonElement text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : throw ServiceFailure.Validation($"The member '{member}' is missing or no text.");

    private static int Number(JsonElement value, string member, string of) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(member, out JsonElement number) && number.TryGetInt32(out int given)
            && given is 8_000 or 16_000 or 24_000
            ? given : throw ServiceFailure.Validation($"{of}.{member} is 8000, 16000 or 24000.");

    private static void Require(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw ServiceFailure.Validation(otherwise);
        }
    }

    private sealed class SpeechContent(string type, string role, bool isInteractive)
    {
        public string Type => type;

        public string Role => role;

        public bool IsInteractive => isInteractive;

        public bool IsOpen { get; set; } = true;

        public string Text { get; set; } = string.Empty;

        public int SampleRate { get; set; }

        public long Heard { get; set; }

        public long SilentSamples { get; set; }
    }
}
