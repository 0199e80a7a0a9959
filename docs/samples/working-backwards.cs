#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// Working backwards: leads a team from the customer to a press release, its questions, requirements, and a list of claims that must be proven.
// A person answers; one model judges by a rubric whether an answer is vague, and asks again; another writes each part as a typed answer.
//   dotnet run docs/samples/working-backwards.cs -- --folder mine               asks at the console; stops at the end of the input
//   dotnet run docs/samples/working-backwards.cs -- --folder mine               again: goes on where it stopped, and asks again what stayed vague
//   dotnet run docs/samples/working-backwards.cs -- --folder mine --again       writes all parts anew from the stored answers
//   dotnet run docs/samples/working-backwards.cs -- --folder mine --answers docs/samples/working-backwards.json      asks nobody: answers from a file
//   dotnet run docs/samples/working-backwards.cs -- --folder mine --aws         against AWS, with the Region and credentials of the normal AWS chain
//   … --answers docs/samples/working-backwards.json --break                     takes the first answer to everything: the check fails (exit code 2)
// On the embedded server scripts stand in for both models: an answer is vague when it is short or says "everybody", "better" and the like, and the
// parts are put together from the answers. Whether a text convinces can only be seen with --aws, and by your customers.
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;

const int MostTries = 3;
ModelId writer = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
ModelId judge = "us.anthropic.claude-haiku-4-5-20251001-v1:0";

string? Given(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
string folder = Directory.CreateDirectory(Given("--folder") ?? Path.Combine(Path.GetTempPath(), "working-backwards")).FullName;
string store = Path.Combine(folder, "working-backwards.json");
Dictionary<string, string[]>? answers = Given("--answers") is { } file
    ? JsonSerializer.Deserialize(await File.ReadAllTextAsync(file), DraftJson.Default.DictionaryStringStringArray)
    : null;

await using BedrockServer? server = args.Contains("--aws") ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();
server?.WhenConverse(judge).Reply(StandIn.Judge);
server?.WhenConverse(writer).Reply(StandIn.Write);

Draft draft = File.Exists(store) ? JsonSerializer.Deserialize(await File.ReadAllTextAsync(store), DraftJson.Default.Draft)! : new Draft();
if (draft.Answers.Count > 0)
{
    Console.WriteLine($"going on: {draft.Answers.Count} of {Method.Questions.Length} answers are stored in {store}");
}

if (args.Contains("--again"))
{
    draft = new Draft { Answers = draft.Answers };
}

foreach ((string id, string question) in Method.Questions)
{
    if (draft.Answers.TryGetValue(id, out Answer? stored) && !stored.IsVague)
    {
        continue;
    }

    if (await AskAsync(id, question) is not { } answer)
    {
        Console.WriteLine($"stopped at \"{id}\": {draft.Answers.Count} of {Method.Questions.Length} answers are stored; run again to go on");
        return 0;
    }

    // What was written before knew another answer.
    draft = new Draft { Answers = new(draft.Answers) { [id] = answer } };
    await StoreAsync();
}

// Each part is written from all that is there before it, and stored before the next.
draft.Empathy ??= await WriteAsync("empathy map", DraftJson.Default.EmpathyMap);
draft.Five ??= await WriteAsync("five questions", DraftJson.Default.FiveQuestions);
draft.Press ??= await WriteAsync("press release", DraftJson.Default.PressRelease);
draft.Faq ??= await WriteAsync("questions and answers", DraftJson.Default.Faq);
draft.Requirements ??= await WriteAsync("requirements", DraftJson.Default.Requirements);
draft.Claims ??= await WriteAsync("claims", DraftJson.Default.ClaimList);
await StoreAsync();
Console.WriteLine($"written: {store} and {Path.ChangeExtension(store, ".md")}");
if (server is not null)
{
    Console.WriteLine("(scripted: the parts are put together from the answers; no model was at work)");
}

string[] faults = [.. Faults()];
if (faults.Length > 0)
{
    Console.Error.WriteLine($"quality check failed: {string.Join("; ", faults)}");
    return 2;
}

Console.WriteLine($"quality: {draft.Answers.Count} answers, none vague; {draft.Claims.Items.Length} claims, each in the text and with a way to prove it");
return 0;

// Asks until an answer says enough, three times at most; null at the end of the input.
async Task<Answer?> AskAsync(string id, string question)
{
    string asked = question;
    for (int tries = 0; ; tries++)
    {
        Console.Write($"[{id}] {asked} ");
        string? text = answers is null ? Console.ReadLine()?.Trim() : answers.GetValueOrDefault(id)?.ElementAtOrDefault(tries);
        Console.WriteLine(answers is null && !Console.IsInputRedirected ? string.Empty : text);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        ConverseRequest request = ConverseRequest.For($"{Method.Rubric}\nQuestion: {question}\nAnswer: {text}", maxTokens: 300);
        Verdict verdict = (await bedrock.ConverseAsync(judge, request, DraftJson.Default.Verdict)).Value;
        var answer = new Answer(text, verdict.Score);
        if (!answer.IsVague || tries + 1 == MostTries || args.Contains("--break"))
        {
            return answer;
        }

        Console.WriteLine($"  vague ({verdict.Score} of 5): {verdict.Why}");
        asked = verdict.AskNext;
    }
}

async Task<T> WriteAsync<T>(string part, JsonTypeInfo<T> typeInfo)
{
    ConverseRequest request = ConverseRequest.For($"Write the part: {part}\n{JsonSerializer.Serialize(draft, DraftJson.Default.Draft)}", maxTokens: 2_000);
    request.System = [Method.Rules];
    T value = (await bedrock.ConverseAsync(writer, request, typeInfo)).Value;
    Console.WriteLine($"written: {part}");
    await StoreAsync();
    return value;
}

async Task StoreAsync()
{
    await File.WriteAllTextAsync(store + ".new", JsonSerializer.Serialize(draft, DraftJson.Default.Draft));
    File.Move(store + ".new", store, overwrite: true);          // never half a file
    await File.WriteAllTextAsync(Path.ChangeExtension(store, ".md"), Method.Markdown(draft));
}

IEnumerable<string> Faults()
{
    foreach ((string id, Answer given) in draft.Answers.Where(one => one.Value.IsVague))
    {
        yield return $"the answer to \"{id}\" is vague ({given.Score} of 5)";
    }

    string text = $"{draft.Press} {string.Join(' ', draft.Faq!.Items.AsEnumerable())}";
    foreach (Claim claim in draft.Claims!.Items)
    {
        if (!text.Contains(claim.Text.TrimEnd('.'), StringComparison.OrdinalIgnoreCase))
        {
            yield return $"claim that neither press release nor answers make: {claim.Text}";
        }

        if (string.IsNullOrWhiteSpace(claim.Proof))
        {
            yield return $"claim without a proof: {claim.Text}";
        }
    }

    if (draft.Claims.Items.Length == 0 || draft.Requirements!.Must.Length == 0)
    {
        yield return "no claims or no requirements";
    }
}

/// <summary>The questions in their order, and how answers are judged.</summary>
internal static class Method
{
    public const string Rubric = "Judge an answer of a product team. 5: names a person or thing, says what was seen or counted and how that is known. "
        + "3: true, but it could be said of others. 1: could stand in any document. AskNext is the one question that would make the answer better.";

    public const string Rules = "You write a part of a working-backwards document from the answers of a team. Short main clauses, the customer's words, "
        + "nothing that the answers do not say. Claims are sentences of the press release or the answers, word for word, each with the test or "
        + "measurement that would prove it.";

    public static readonly (string Id, string Text)[] Questions =
    [
        ("person", "Think of one real person. Who is it?"),
        ("facts", "Empathy map: which facts do you know of this person?"),
        ("behaviours", "Empathy map: what does this person do today? What did you see?"),
        ("goals", "Empathy map: what does this person want to reach?"),
        ("pains", "Empathy map: what is in the way? What does it cost?"),
        ("customer", "Who is the customer?"),
        ("problem", "What is the customer's problem or opportunity?"),
        ("benefit", "What is the most important benefit?"),
        ("needs", "How do you know what customers need or want?"),
        ("experience", "What does the experience look like, step by step?"),
        ("success", "How will you measure success? Which figure, from what to what, by when?"),
    ];

    public static string Markdown(Draft draft)
    {
        var text = new StringBuilder("# Working backwards\n");
        void Part(string title, params IEnumerable<string> lines) => text.Append($"\n## {title}\n\n").AppendJoin("\n", lines).Append('\n');
        static IEnumerable<string> List(string title, IEnumerable<string> items) => [$"**{title}**", .. items.Select(item => $"- {item}"), string.Empty];

        Part("Answers", draft.Answers.Select(one => $"- {one.Key}: {one.Value.Text}{(one.Value.IsVague ? " *(vague)*" : string.Empty)}"));
        if (draft.Empathy is { } map)
        {
            Part($"Empathy map: {map.Person}",
                [.. List("Facts", map.Facts), .. List("Behaviours", map.Behaviours), .. List("Goals", map.Goals), .. List("Pains", map.Pains)]);
        }

        if (draft.Five is { } five)
        {
            Part("Five questions", $"1. {five.Customer}", $"2. {five.Problem}", $"3. {five.Benefit}", $"4. {five.Needs}", $"5. {five.Experience}", string.Empty,
                $"Success: {string.Join("; ", five.Measures)}");
        }

        if (draft.Press is { } press)
        {
            Part(press.Headline, press.Summary, string.Empty, press.Problem, string.Empty, press.Solution, string.Empty, $"> {press.Quote}", string.Empty,
                press.Start);
        }

        Part("Questions", draft.Faq?.Items.Select(one => $"**{one.Question}** {one.Answer}\n") ?? []);
        Part("Requirements", draft.Requirements?.Must.Select(one => $"- [ ] {one}") ?? []);
        Part("Claims", draft.Claims?.Items.Select(one => $"- [ ] {one.Text} Proof: {one.Proof}") ?? []);
        return text.ToString();
    }
}

/// <summary>What stands in for the models on the embedded server: rules, no judgement.</summary>
internal static class StandIn
{
    private static readonly string[] VagueWords = ["everybody", "everyone", "better", "easy", "soon", "many people"];

    public static ConverseResponse Judge(ConverseRequest request)
    {
        string answer = TextOf(request).Split("\nAnswer: ")[1];
        string? word = VagueWords.FirstOrDefault(vague => answer.Contains(vague, StringComparison.OrdinalIgnoreCase));
        bool isShort = answer.Split(' ').Length < 5;
        Verdict verdict = word is null && !isShort
            ? new(5, "It says who, what and how it is known.", string.Empty)
            : new(2, word is null ? "It is too short to be checked." : $"\"{word}\" could be said of anything.",
                "What exactly, how much, and how do you know?");
        return Say(JsonSerializer.Serialize(verdict, DraftJson.Default.Verdict));
    }

    public static ConverseResponse Write(ConverseRequest request)
    {
        string[] asked = TextOf(request).Split('\n', 2);
        Draft draft = JsonSerializer.Deserialize(asked[1], DraftJson.Default.Draft)!;
        string A(string id) => draft.Answers[id].Text;
        string[] Items(string id) => A(id).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Say(asked[0]["Write the part: ".Length..] switch
        {
            "empathy map" => JsonSerializer.Serialize(
                new EmpathyMap(A("person"), Items("facts"), Items("behaviours"), Items("goals"), Items("pains")), DraftJson.Default.EmpathyMap),
            "five questions" => JsonSerializer.Serialize(
                new FiveQuestions(A("customer"), A("problem"), A("benefit"), A("needs"), A("experience"), Items("success")), DraftJson.Default.FiveQuestions),
            "press release" => JsonSerializer.Serialize(
                new PressRelease(A("benefit"), $"For {A("customer")}", A("problem"), A("experience"), A("goals"), A("benefit")),
                DraftJson.Default.PressRelease),
            "questions and answers" => JsonSerializer.Serialize(
                new Faq([new("How do we know?", A("needs")), new("How is success measured?", A("success"))]), DraftJson.Default.Faq),
            "requirements" => JsonSerializer.Serialize(new Requirements(Items("experience")), DraftJson.Default.Requirements),
            _ => JsonSerializer.Serialize(
                new ClaimList([new(A("benefit"), $"measured: {A("success")}"), new(A("experience"), "tried with three customers")]),
                DraftJson.Default.ClaimList),
        });
    }

    private static string TextOf(ConverseRequest request) => ((TextBlock)request.Messages[0].Content[0]).Text!;

    private static ConverseResponse Say(string json) => new() { Output = Message.Assistant(json), StopReason = StopReason.EndTurn };
}

internal sealed class Draft
{
    public Dictionary<string, Answer> Answers { get; set; } = [];

    public EmpathyMap? Empathy { get; set; }

    public FiveQuestions? Five { get; set; }

    public PressRelease? Press { get; set; }

    public Faq? Faq { get; set; }

    public Requirements? Requirements { get; set; }

    public ClaimList? Claims { get; set; }
}

internal sealed record Answer(string Text, int Score)
{
    [JsonIgnore]
    public bool IsVague => Score < 4;
}

internal sealed record Verdict(int Score, string Why, string AskNext);

internal sealed record EmpathyMap(string Person, string[] Facts, string[] Behaviours, string[] Goals, string[] Pains);

internal sealed record FiveQuestions(string Customer, string Problem, string Benefit, string Needs, string Experience, string[] Measures);

internal sealed record PressRelease(string Headline, string Summary, string Problem, string Solution, string Quote, string Start);

internal sealed record Faq(QuestionAndAnswer[] Items);

internal sealed record QuestionAndAnswer(string Question, string Answer);

internal sealed record Requirements(string[] Must);

internal sealed record ClaimList(Claim[] Items);

internal sealed record Claim(string Text, string Proof);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Draft))]
[JsonSerializable(typeof(Verdict))]
[JsonSerializable(typeof(Dictionary<string, string[]>))]
internal sealed partial class DraftJson : JsonSerializerContext;
