using System.Text.RegularExpressions;
using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>The table of <c>docs/settings.md</c>: every member that AWS options have stands in it, and does what it says.</summary>
public sealed partial class SettingsTableTests
{
    private static readonly Dictionary<string, string> Rows = File.ReadLines(Path.Combine(SourceFolders.Repository, "docs", "settings.md"))
        .Select(line => Row().Match(line)).Where(m => m.Success).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    public static TheoryData<string> Members => [.. typeof(DefaultClientConfig).GetProperties().Select(p => p.Name)];

    [Fact]
    public void Table_EveryMemberOfAwsOptions_StandsInItOnce()
    {
        IEnumerable<string> members = typeof(AWSOptions).GetProperties().Select(p => "AWSOptions." + p.Name)
            .Concat(typeof(DefaultClientConfig).GetProperties().Select(p => "DefaultClientConfig." + p.Name));

        Assert.Equal(members.Order(StringComparer.Ordinal), Rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(Rows, row => Assert.Matches("^(taken|refused: |ignored: |see below)", row.Value));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Apply_MemberOfDefaultClientConfig_DoesWhatTheTableSays(string name)
    {
        string says = Rows["DefaultClientConfig." + name];
        var aws = new AWSOptions();
        System.Reflection.PropertyInfo member = typeof(DefaultClientConfig).GetProperty(name)!;
        if (member.CanWrite) member.SetValue(aws.DefaultClientConfig, Some(member.PropertyType, name));
        using ServiceProvider provider = new ServiceCollection().AddBedrock(aws).Services.BuildServiceProvider();

        Exception? e = Record.Exception(() => provider.GetRequiredService<IOptions<BedrockClientOptions>>().Value);

        if (says.StartsWith("refused", StringComparison.Ordinal))
        {
            Assert.Contains("DefaultClientConfig." + name, Assert.IsType<OptionsValidationException>(e).Message, StringComparison.Ordinal);
            return;
        }

        Assert.Null(e);
        bool isChanged = Text(provider.GetRequiredService<IOptions<BedrockClientOptions>>().Value) != Text(new BedrockClientOptions());
        Assert.Equal(says.StartsWith("taken", StringComparison.Ordinal), isChanged);
    }

    private static string Text(BedrockClientOptions o) =>
        $"{o.Region} {o.ServiceUrl} {o.UseFips} {o.UseDualStack} {o.MaxAttempts} {o.DisableClockSkewCorrection} {o.FirstByteTimeout} {o.ConnectTimeout} {o.MaxConnections}";

    private static object? Some(Type type, string name) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        Type t when t == typeof(bool) => true,
        Type t when t == typeof(int) => 7,
        Type t when t == typeof(long) => 7L,
        Type t when t == typeof(TimeSpan) => TimeSpan.FromSeconds(77),
        Type t when t == typeof(string) => name == "ServiceURL" ? "https://host.example" : "eu-west-3",
        Type t when t == typeof(RequestRetryMode) => RequestRetryMode.Standard,
        Type t when t == typeof(List<string>) => new List<string> { "x" },
        _ => null,
    };

    [GeneratedRegex(@"^\| `((?:AWSOptions|DefaultClientConfig)\.\w+)` \| (.+) \|$")]
    private static partial Regex Row();
}
