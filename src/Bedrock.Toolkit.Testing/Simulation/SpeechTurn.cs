using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>What the model of a talk says in one turn: a preview as text, the same as sound, and the text of what was said.</summary>
/// <remarks>The sound is a tone, as long as the text: it is there to be played, not to be understood.</remarks>
internal sealed class SpeechTurn(int session, string prompt, int number, int sampleRate, SpeechUsage usage)
{
    private const int MillisecondsOfWord = 60;
    private const int MillisecondsOfPiece = 120;
    private const double Tone = 440;
    private const short Volume = 4_000;

    private readonly List<byte[]> _events = [];
    private int _contents;

    /// <summary>The id of the tool use in this turn.</summary>
    public string ToolUseId => Id("tool", number);

    /// <summary>What the user said; null when he typed.</summary>
    public string? Transcript { get; init; }

    /// <summary>A turn that is spoken.</summary>
    public List<byte[]> Say(string text)
    {
        Begin();
        Write("TEXT", "ASSISTANT", "SPECULATIVE", "PARTIAL_TURN", text);
        byte[] sound = Sound(text.Split(' ').Length * MillisecondsOfWord);
        string content = Start("AUDIO", "ASSISTANT", writer =>
        {
            writer.WriteStartObject("audioOutputConfiguration");
            writer.WriteString("mediaType", "audio/lpcm");
            writer.WriteNumber("sampleRateHertz", sampleRate);
            writer.WriteNumber("sampleSizeBits", 16);
            writer.WriteString("encoding", "base64");
            writer.WriteNumber("channelCount", 1);
            writer.WriteEndObject();
        });
        foreach (byte[] piece in sound.Chunk(sampleRate * MillisecondsOfPiece / 1_000 * sizeof(short)))
        {
            Add("audioOutput", writer =>
            {
                writer.WriteString("contentId", content);
                writer.WriteBase64String("content", piece);
            });
        }

        End(content, "AUDIO", "END_TURN");
        Write("TEXT", "ASSISTANT", "FINAL", "END_TURN", text);
        usage.TextOut += SimulatedText.Tokens(text);
        usage.SpeechOut += sound.Length / sizeof(short) * SpeechUsage.TokensOfSecond / sampleRate;
        Add("usageEvent", usage.Write);
        Add("completionEnd", static writer => writer.WriteString("stopReason", "END_TURN"));
        return _events;
    }

    /// <summary>A turn that asks for a tool.</summary>
    public List<byte[]> UseTool(string name, string input)
    {
        Begin();
        string content = Start("TOOL", "TOOL", static writer =>
        {
            writer.WriteStartObject("toolUseOutputConfiguration");
            writer.WriteString("mediaType", "application/json");
            writer.WriteEndObject();
        });
        Add("toolUse", writer =>
        {
            writer.WriteString("contentId", content);
            writer.WriteString("content", input);
            writer.WriteString("toolName", name);
            writer.WriteString("toolUseId", ToolUseId);
        });
        End(content, "TOOL", "TOOL_USE");
        usage.TextOut += SimulatedText.Tokens(input);
        Add("usageEvent", usage.Write);
        return _events;
    }

    private void Begin()
    {
        Add("usageEvent", usage.Write);
        Add("completionStart", static _ => { });
        if (Transcript is not null)
        {
            Write("TEXT", "USER", "FINAL", "PARTIAL_TURN", Transcript);
        }
    }

    private void Write(string type, string role, string stage, string stopReason, string text)
    {
        string content = Start(type, role, writer =>
        {
            writer.WriteString("additionalModelFields", $$"""{"generationStage":"{{stage}}"}""");
            writer.WriteStartObject("textOutputConfiguration");
            writer.WriteString("mediaType", "text/plain");
            writer.WriteEndObject();
        });
        Add("textOutput", writer =>
        {
            writer.WriteString("contentId", content);
            writer.WriteString("role", role);
            writer.WriteString("content", text);
        });
        End(content, type, stopReason);
    }

    private string Start(string type, string role, Action<Utf8JsonWriter> configuration)
    {
        string content = Id("content", (number * 100) + ++_contents);
        Add("contentStart", writer =>
        {
            writer.WriteString("contentId", content);
            writer.WriteString("type", type);
            writer.WriteString("role", role);
            configuration(writer);
        });
        return content;
    }

    private void End(string content, string type, string stopReason) => Add("contentEnd", writer =>
    {
        writer.WriteString("contentId", content);
        writer.WriteString("stopReason", stopReason);
        writer.WriteString("type", type);
    });

    private void Add(string name, Action<Utf8JsonWriter> members) => _events.Add(SimulatedJson.Object(writer =>
    {
        writer.WriteStartObject("event");
        writer.WriteStartObject(name);
        writer.WriteString("sessionId", Id("session", session));
        writer.WriteString("promptName", prompt);
        writer.WriteString("completionId", Id("completion", number));
        members(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }));

    private byte[] Sound(int milliseconds)
    {
        byte[] sound = new byte[sampleRate * milliseconds / 1_000 * sizeof(short)];
        for (int i = 0; i < sound.Length / sizeof(short); i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(sound.AsSpan(i * sizeof(short)), (short)(Volume * Math.Sin(2 * Math.PI * Tone * i / sampleRate)));
        }

        return sound;
    }

    // Counted, so that two runs of a test see the same ids.
    private string Id(string kind, int count) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{session}-{count}");
}
