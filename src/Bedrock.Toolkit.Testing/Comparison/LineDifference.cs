namespace Bedrock.Toolkit.Testing.Comparison;

/// <summary>Two lists of lines beside each other: what is only in the one, what is only in the other, and what is in both.</summary>
internal static class LineDifference
{
    /// <summary>The lines in the order of both lists: a minus before what is missing, a plus before what nobody expects.</summary>
    public static string ToText(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        // The longest common subsequence: lists of calls are short.
        int[,] common = new int[expected.Count + 1, actual.Count + 1];
        for (int i = expected.Count - 1; i >= 0; i--)
        {
            for (int j = actual.Count - 1; j >= 0; j--)
            {
                common[i, j] = expected[i] == actual[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        List<string> lines = [];
        int left = 0;
        int right = 0;
        while (left < expected.Count || right < actual.Count)
        {
            if (left < expected.Count && right < actual.Count && expected[left] == actual[right])
            {
                lines.Add("  " + expected[left++]);
                right++;
            }
            else if (left < expected.Count && (right == actual.Count || common[left + 1, right] >= common[left, right + 1]))
            {
                lines.Add("- " + expected[left++]);
            }
            else
            {
                lines.Add("+ " + actual[right++]);
            }
        }

        return string.Join('\n', lines);
    }
}
