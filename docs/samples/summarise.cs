#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// Summary of a long document by map and reduce: its parts are summarised, four at a time, and the summaries again until they are short enough.
//   dotnet run docs/samples/summarise.cs                                    against the embedded server, no AWS account needed
//   dotnet run docs/samples/summarise.cs -- --file report.txt --must "ferry,12 crowns"    your own text, and what its summary must say
//   dotnet run docs/samples/summarise.cs -- --aws                           against AWS, with the Region and credentials of the normal AWS chain
//   dotnet run docs/samples/summarise.cs -- --break                         passes over all parts but the first, so that the check fails (exit code 2)
// A simulated model cannot sum up: on the embedded server a script stands in for it that takes the first sentence of each paragraph, once. What a
// real model makes of the text can only be seen with --aws; the check is the same.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;

const int PartLength = 2_000;           // characters; 20,000 and more for a real document
const int MaxAtOnce = 4;
const double MostOfText = 0.3;          // a summary that is longer is none
const double LeastCoverage = 0.9;
ModelId model = "us.amazon.nova-lite-v1:0";

string? Given(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
string text = Given("--file") is { } file ? await File.ReadAllTextAsync(file) : Report.Text();
string[] must = Given("--must")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
    ?? (Given("--file") is null ? Report.Facts : []);

await using BedrockServer? server = args.Contains("--aws") ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();
server?.WhenConverse(model).Reply(request => new ConverseResponse { Output = Message.Assistant(FirstSentences(request)), StopReason = StopReason.EndTurn });

// Map: a summary of each part. Reduce: the summaries are the next text, until it is one part; one that gets no shorter is left to the check.
string[] parts = [.. Parts(text).Take(args.Contains("--break") ? 1 : int.MaxValue)];
Console.WriteLine($"map: {parts.Length} parts of {Words(text)} words, at most {MaxAtOnce} at once");
string summary = await SummariseAsync(parts);
for (int before = int.MaxValue; parts.Length > 1 && summary.Length < before;)
{
    before = summary.Length;
    parts = [.. Parts(summary)];
    Console.WriteLine($"reduce: {parts.Length} parts of {Words(summary)} words");
    summary = await SummariseAsync(parts);
}

Console.WriteLine(summary);
Console.WriteLine();
if (server is not null)
{
    Console.WriteLine("(scripted: the first sentence of each paragraph; no model was at work)");
}

// Long enough to say what matters, short enough to be read, and no figure that the document does not have.
string[] missing = [.. must.Where(fact => !summary.Contains(fact, StringComparison.OrdinalIgnoreCase))];
double coverage = must.Length == 0 ? 1 : 1 - ((double)missing.Length / must.Length);
double share = (double)Words(summary) / Words(text);
HashSet<string> figures = [.. Figures(text)];
string[] faults =
[
    .. share > MostOfText
        ? [string.Create(CultureInfo.InvariantCulture, $"length is {share:0.00} of the text, at most {MostOfText:0.00}")]
        : Array.Empty<string>(),
    .. coverage < LeastCoverage
        ? [string.Create(CultureInfo.InvariantCulture, $"coverage is {coverage:0.00}, at least {LeastCoverage:0.00}; missing: {string.Join(", ", missing)}")]
        : Array.Empty<string>(),
    .. Figures(summary).Where(figure => !figures.Contains(figure)).Distinct().Select(figure => $"figure that the text does not have: {figure}"),
];
if (faults.Length > 0)
{
    Console.Error.WriteLine($"quality check failed: {string.Join("; ", faults)}");
    return 2;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"quality: coverage {coverage:0.00}, {share:0.00} of the text's length"));
return 0;

// Bounded, and in the order of the text.
async Task<string> SummariseAsync(string[] sources)
{
    string[] summaries = new string[sources.Length];
    await Parallel.ForAsync(0, sources.Length, new ParallelOptions { MaxDegreeOfParallelism = MaxAtOnce }, async (i, cancellationToken) =>
    {
        ConverseRequest request = ConverseRequest.For($"<text>\n{sources[i]}\n</text>", maxTokens: 400);
        request.System = ["Sum up the text: one sentence, as a paragraph, for each paragraph that says something new, with figures and names. Add nothing."];
        ConverseResponse reply = await bedrock.ConverseAsync(model, request, cancellationToken: cancellationToken);
        summaries[i] = reply.Text;
    });
    return string.Join("\n\n", summaries);
}

// Whole paragraphs; one that is longer than a part is a part of its own.
static IEnumerable<string> Parts(string text)
{
    var part = new StringBuilder();
    foreach (string paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
    {
        if (part.Length > 0 && part.Length + paragraph.Length > PartLength)
        {
            yield return part.ToString();
            part.Clear();
        }

        part.Append(part.Length > 0 ? "\n\n" : string.Empty).Append(paragraph);
    }

    if (part.Length > 0)
    {
        yield return part.ToString();
    }
}

static string FirstSentences(ConverseRequest request)
{
    string text = ((TextBlock)request.Messages[^1].Content[0]).Text!.Replace("<text>", null, StringComparison.Ordinal)
        .Replace("</text>", null, StringComparison.Ordinal);
    return string.Join("\n\n",
        text.Split("\n\n").Select(paragraph => Regex.Match(paragraph.Trim(), @"^.*?[.!?](?=\s|$)", RegexOptions.Singleline).Value).Distinct());
}

static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

static IEnumerable<string> Figures(string text) => Regex.Matches(text, @"\d+(?:[.,]\d+)*").Select(match => match.Value);

/// <summary>A made-up report of a harbour, twelve chapters of two paragraphs; the first sentence of each says what matters.</summary>
internal static class Report
{
    public static readonly string[] Facts =
        ["4,120", "Ada Thorne", "12 crowns", "pier 3", "87", "ferry", "seals", "1.9 million", "crane", "school", "storm", "2031"];

    private static readonly string[] Chapters =
    [
        "In the year of the report 4,120 boats came to the harbour.", "Ada Thorne has followed Bram Ferrier as harbour master.",
        "A berth now costs 12 crowns a night.", "The planks of pier 3 were renewed.", "Fishing fed 87 families.", "The ferry sailed on all but nine days.",
        "A colony of seals has come back to the north beach.", "Income rose to 1.9 million crowns.", "The old crane was sold to a museum.",
        "The sailing school taught children of three islands.", "The autumn storm tore away the outer light.", "A new breakwater is to stand by 2031.",
    ];

    private static readonly string[] Filler =
    [
        "The council talked about it at length and thanked everybody who had helped.",
        "Details stand in the books of the harbour office, where anybody may read them.",
        "Some people of the town had other wishes, which were written down and will be looked at again.",
        "The weather was much as in other years, with fog in spring and clear days late in summer.",
        "As always, much was done by people who were not paid for it.", "Nobody was hurt, and nothing of value was lost.",
    ];

    public static string Text() => string.Join("\n\n", Chapters.Select(chapter => $"{chapter} {string.Join(' ', Filler)}\n\n{string.Join(' ', Filler)}"));
}
