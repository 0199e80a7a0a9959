using System.Globalization;
using System.Text.RegularExpressions;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>The table of faults in <c>docs/reliability.md</c>: every row, and every test that it names, is there.</summary>
public partial class FaultTableTests
{
    private const int Rows = 108;

    [Fact]
    public void Table_EveryRow_NamesTestsThatExist()
    {
        string[] lines = File.ReadAllLines(Path.Combine(SharedFolder.RepositoryRoot, "docs", "reliability.md"));
        HashSet<string> tests =
        [
            .. typeof(FaultTableTests).Assembly.GetTypes()
                .SelectMany(type => type.GetMethods().Where(m => m.IsDefined(typeof(FactAttribute), inherit: true)).Select(m => $"{type.Name}.{m.Name}")),
        ];

        List<int> numbers = [];
        foreach (Match row in lines.Select(line => Row().Match(line)).Where(m => m.Success))
        {
            numbers.Add(int.Parse(row.Groups["number"].Value, CultureInfo.InvariantCulture));
            string[] named = [.. TestName().Matches(row.Groups["tests"].Value).Select(m => m.Groups[1].Value)];
            Assert.NotEmpty(named);
            Assert.All(named, name => Assert.True(tests.Contains(name), $"Row {row.Groups["number"].Value} names {name}, which is no test."));
        }

        Assert.Equal(Enumerable.Range(1, Rows), numbers);
    }

    [GeneratedRegex(@"^\| (?<number>\d+) \|.*\| (?<tests>[^|]*) \|$")]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Za-z0-9]+Tests\\.[A-Za-z0-9_]+)`")]
    private static partial Regex TestName();
}
