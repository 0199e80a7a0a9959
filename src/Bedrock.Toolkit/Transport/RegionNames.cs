using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Transport;

/// <summary>What the names of Regions have in common. No list: a Region that AWS opens tomorrow works today.</summary>
internal static partial class RegionNames
{
    public static bool HaveAForm(string name) => Form().IsMatch(name);

    [GeneratedRegex(@"\A[a-z]{2,4}(-[a-z]+){1,3}-[0-9]{1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
