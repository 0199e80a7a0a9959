using System.Globalization;
using System.Reflection;
using System.Text;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Conventions;
using Microsoft.Extensions.AI;
using Xunit.Abstractions;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

/// <summary>What becomes of every member of the options and of every kind of content, tried by calls and streams; writes the tables of the docs.</summary>
public class ChatTableTests(ITestOutputHelper output)
{
    private const string Claude = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private const string Begin = "<!-- table of a test: do not edit -->\n";
    private const string End = "<!-- end of the table -->\n";

    private static readonly string[] Roles = ["user", "assistant", "tool"];

    private static readonly (string Name, string Id)[] Models =
    [
        ("Claude Sonnet 4.5", Claude), ("Nova Lite", "us.amazon.nova-lite-v1:0"), ("Llama 3.3", "us.meta.llama3-3-70b-instruct-v1:0"),
        ("Mistral Large", "mistral.mistral-large-2402-v1:0"), ("gpt-oss", "openai.gpt-oss-120b-1:0"), ("DeepSeek R1", "us.deepseek.r1-v1:0"),
    ];

    [Fact]
    public void Samples_OfMembersAndKinds_AreAll()
    {
        IEnumerable<string> kinds = ChatTableSamples.Contents.Select(content => content.Make()).SelectMany(content => Bases(content.GetType()));
        IEnumerable<string> all = typeof(AIContent).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(AIContent))).Select(type => type.Name);
        IEnumerable<string> members = typeof(ChatOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name);

        Assert.Empty(all.Except(kinds));
        Assert.Empty(members.Except(ChatTableSamples.Options.Select(option => option.Member)));

        static IEnumerable<string> Bases(Type type)
        {
            for (Type? at = type; at is not null; at = at.BaseType) yield return at.Name;
        }
    }

    [Fact]
    public async Task EveryMember_WithEveryContentInEveryRole_IsSentLeftOutOrRefusedAlikeByCallAndStream()
    {
        using var fake = new FakeBedrock();
        List<string> faults = [];
        int sent = 0;
        int refused = 0;
        foreach (string role in Roles)
        {
            foreach ((string kind, Func<AIContent> make) in ChatTableSamples.Contents)
            {
                Outcome alone = await TryAsync(fake, Claude, ChatTableSamples.History(role, make()), WithTool(null), faults, $"{kind} of {role}");
                foreach ((string member, string value, Action<ChatOptions> set) in ChatTableSamples.Options)
                {
                    string what = $"{member} ({value}) with {kind} of {role}";
                    Outcome both = await TryAsync(fake, Claude, ChatTableSamples.History(role, make()), WithTool(set), faults, what);
                    bool isRefused = alone.Refusal is not null || member == "ContinuationToken";
                    if (isRefused != (both.Refusal is not null)) faults.Add($"{what}: {both.Refusal ?? "sent"}");
                    if (both.Refusal is null && alone.Warnings.Except(both.Warnings).FirstOrDefault() is { } lost
                        && member != "ModelId") faults.Add($"{what}: no word of '{lost}'");
                    if (both.Warnings.Count != both.Warnings.Distinct().Count()) faults.Add($"{what}: a warning twice");
                    _ = both.Refusal is null ? sent++ : refused++;
                }
            }
        }

        output.WriteLine($"{ChatTableSamples.Options.Count} values of members x {ChatTableSamples.Contents.Count} kinds x {Roles.Length} roles x 2 ways: sent {2 * sent}, refused {2 * refused}, other {faults.Count}");
        ConventionFaults.AssertNone(faults);
    }

    [Fact]
    public async Task Tables_OfTheDocs_AreWhatHappens()
    {
        List<string> faults = [];
        string tables = await WriteAsync(faults);
        ConventionFaults.AssertNone(faults);
        output.WriteLine(tables);
        string path = Path.Combine(SourceFolders.Repository, "docs", "extensions-ai.md");
        string page = await File.ReadAllTextAsync(path);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end >= begin, "docs/extensions-ai.md has lost the marks of the tables.");
        if (Environment.GetEnvironmentVariable("BEDROCK_TOOLKIT_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, page[..begin] + tables + page[end..]);
        }
        else
        {
            Assert.True(page[begin..end] == tables, "docs/extensions-ai.md differs from what happens: run this test with BEDROCK_TOOLKIT_WRITE_DOCS=1.");
        }
    }

    private static async Task<string> WriteAsync(List<string> faults)
    {
        using var fake = new FakeBedrock();
        var page = new StringBuilder("\n| member | value |");
        page.AppendJoin(string.Empty, Models.Select(model => $" {model.Name} |")).Append("\n| --- | --- |").Insert(page.Length, " --- |", Models.Length)
            .Append('\n');
        foreach ((string member, string value, Action<ChatOptions> set) in ChatTableSamples.Options)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{member}` | {value} |");
            foreach ((_, string id) in Models)
            {
                Outcome without = await TryAsync(fake, id, [new(ChatRole.User, "Hi")], member is "ToolMode" or "AllowMultipleToolCalls" ? WithTool(null)
                    : new(), faults, member);
                ChatOptions options = new();
                set(options);
                Outcome with = await TryAsync(fake, id, [new(ChatRole.User, "Hi")], options, faults, $"{member} ({value}) of {id}");
                page.Append(CultureInfo.InvariantCulture,
                    $" {Word(with, without, faults, $"{member} ({value}) of {id}", isQuiet: value is "text" or "auto" or "none")} |");
            }

            page.Append('\n');
        }

        page.Append("\n| content | user | assistant | tool |\n| --- | --- | --- | --- |\n");
        foreach ((string kind, Func<AIContent> make) in ChatTableSamples.Contents)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {kind} |");
            foreach (string role in Roles)
            {
                AIContent content = make();
                Outcome without = await TryAsync(fake, Claude, ChatTableSamples.History(role, null), WithTool(null), faults, role);
                Outcome with = await TryAsync(fake, Claude, ChatTableSamples.History(role, content), WithTool(null), faults, $"{kind} of {role}");
                bool isQuiet = content is UsageContent or ToolApprovalRequestContent or ToolApprovalResponseContent or TextContent;
                page.Append(CultureInfo.InvariantCulture, $" {Word(with, without, faults, $"{kind} of {role}", isQuiet)} |");
            }

            page.Append('\n');
        }

        return page.Append('\n').ToString();
    }

    private static string Word(Outcome with, Outcome without, List<string> faults, string what, bool isQuiet)
    {
        string[] warnings = [.. with.Warnings.Except(without.Warnings)];
        if (with.Refusal is not null)
        {
            return "refused";
        }

        bool isSent = with.Sent != without.Sent;
        if (!isSent && warnings.Length == 0 && !isQuiet) faults.Add($"{what}: left out without a word");
        if (warnings.Length > 1) faults.Add($"{what}: {warnings.Length} warnings: {string.Join(" / ", warnings)}");
        return (isSent, warnings.Length > 0) switch
        {
            (true, true) => "sent in another way, reported",
            (true, false) => "sent",
            (false, true) => "left out, reported",
            _ => "left out",
        };
    }

    private static async Task<Outcome> TryAsync(FakeBedrock fake, string model, List<ChatMessage> history, ChatOptions options, List<string> faults,
        string what)
    {
        using IChatClient chat = fake.Client.AsIChatClient(model);
        Outcome call = await OneAsync(fake, async () => (await chat.GetResponseAsync(history, options)).GetWarnings(), faults, what);
        Outcome stream = await OneAsync(fake, async () => (await chat.GetStreamingResponseAsync(history, options).ToChatResponseAsync()).GetWarnings(), faults,
            what);
        if (call.Sent != stream.Sent || call.Refusal != stream.Refusal || !call.Warnings.SequenceEqual(stream.Warnings))
        {
            faults.Add($"{what}: call and stream differ: {call.Refusal ?? string.Join(" / ", call.Warnings)} | {stream.Refusal ?? string.Join(" / ", stream.Warnings)}");
        }

        return call;
    }

    private static async Task<Outcome> OneAsync(FakeBedrock fake, Func<Task<IReadOnlyList<string>>> ask, List<string> faults, string what)
    {
        int before = fake.Calls.Count;
        try
        {
            IReadOnlyList<string> warnings = await ask();
            RecordedCall sent = fake.Calls[^1];
            return new($"{sent.ModelId} {Encoding.UTF8.GetString(sent.Body.Span)}", warnings, null);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            if (fake.Calls.Count > before) faults.Add($"{what}: refused after sending");
            return new(string.Empty, [], e.Message);
        }
        catch (BedrockServiceException e)
        {
            faults.Add($"{what}: the service refuses it: {e.Message}");
            return new(string.Empty, [], null);
        }
    }

    private static ChatOptions WithTool(Action<ChatOptions>? set)
    {
        var options = new ChatOptions { Tools = [ChatTableSamples.Functions[0]] };
        set?.Invoke(options);
        return options;
    }

    private sealed record Outcome(string Sent, IReadOnlyList<string> Warnings, string? Refusal);
}
