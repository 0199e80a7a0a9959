using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>The tokens of a talk, all of it and since they were last told. For one thread at a time.</summary>
internal sealed class SpeechUsage
{
    /// <summary>How many tokens a second of sound counts.</summary>
    public const int TokensOfSecond = 25;

    private int[] _told = new int[4];

    public int TextIn { get; set; }

    public int SpeechIn { get; set; }

    public int TextOut { get; set; }

    public int SpeechOut { get; set; }

    /// <summary>Writes the members of a usage event.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        int[] total = [SpeechIn, TextIn, SpeechOut, TextOut];
        writer.WriteStartObject("details");
        WriteCounts(writer, "delta", [.. total.Zip(_told, static (now, before) => now - before)]);
        WriteCounts(writer, "total", total);
        writer.WriteEndObject();
        writer.WriteNumber("totalInputTokens", SpeechIn + TextIn);
        writer.WriteNumber("totalOutputTokens", SpeechOut + TextOut);
        writer.WriteNumber("totalTokens", total.Sum());
        _told = total;
    }

    private static void WriteCounts(Utf8JsonWriter writer, string name, int[] counts)
    {
        writer.WriteStartObject(name);
        for (int i = 0; i < counts.Length; i += 2)
        {
            writer.WriteStartObject(i == 0 ? "input" : "output");
            writer.WriteNumber("speechTokens", counts[i]);
            writer.WriteNumber("textTokens", counts[i + 1]);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
