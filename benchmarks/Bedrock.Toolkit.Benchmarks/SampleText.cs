using System.Text;

namespace Bedrock.Toolkit.Benchmarks;

/// <summary>English prose with quotation marks, line ends and an accent here and there: about three escapes in a hundred characters.</summary>
internal static class SampleText
{
    private const string Passage =
        "The harbour master said \"wait for the tide\" and went back to his café.\nNobody had asked him what the tide had to do with it, "
        + "but the ferry stayed where it was.\nIn the afternoon the fog lifted; \"now,\" he said, and the engine started. ";

    /// <summary>A text of exactly the given length; texts with different numbers differ from their first character on.</summary>
    public static string OfLength(int length, int number = 0)
    {
        var text = new StringBuilder(length + Passage.Length);
        text.Append((char)('A' + (number % 26))).Append(": ");
        while (text.Length < length)
        {
            text.Append(Passage);
        }

        return text.ToString(0, length);
    }
}
