#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing
#:package DuckDB.NET.Data.Full
#:property PublishAot=false

// Semantic search in an embedded database: sentences about a made-up archipelago are embedded through the pipeline, stored in a DuckDB file as
// fixed-size arrays, searched by cosine, and the best of them put in order by a rerank model.
//   dotnet run docs/samples/semantic-search.cs                         against the embedded server, no AWS account needed
//   dotnet run docs/samples/semantic-search.cs -- "Your question?"     another question
//   dotnet run docs/samples/semantic-search.cs -- --keep <folder>      keeps the database; the second run embeds nothing again
//   dotnet run docs/samples/semantic-search.cs -- --aws                against AWS, with the Region and credentials of the normal AWS chain
//   dotnet run docs/samples/semantic-search.cs -- --break              searches for the first word of each question, so that the check fails (exit code 2)
// Without a question of yours, 48 questions with known answers say how often the right sentence is among the first three. The simulated vectors
// know words, not meanings: how questions in other words fare can only be seen with --aws.
using System.Globalization;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using DuckDB.NET.Data;

const int Dimensions = 512;
var model = CohereEmbedModels.V4;
var reranker = CohereRerankModels.V35;

bool aws = args.Contains("--aws");
int keep = Array.IndexOf(args, "--keep");
string folder = keep >= 0 ? args[keep + 1] : Directory.CreateTempSubdirectory("semantic-search-").FullName;
string[] questions = [.. args.Where((a, i) => !a.StartsWith("--", StringComparison.Ordinal) && (keep < 0 || i != keep + 1))];
bool measures = questions.Length == 0;
if (measures)
{
    questions = ["When does the ferry to Skerrin leave?", "Where can I see puffins?", "Who repairs broken sails?",
        "How much is a berth for the night at Holm?"];
}

await using BedrockServer? server = aws ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();
Directory.CreateDirectory(folder);
try
{
    using var database = new DuckDBConnection($"Data Source={Path.Combine(folder, "archipelago.duckdb")}");
    database.Open();
    Execute(database, $"CREATE TABLE IF NOT EXISTS sentences (id VARCHAR PRIMARY KEY, sentence VARCHAR NOT NULL, vector FLOAT[{Dimensions}] NOT NULL)");

    await IngestAsync(database);
    foreach (string question in questions)
    {
        Console.WriteLine();
        Console.WriteLine($"question: {question}");
        foreach (Hit hit in await AskAsync(database, question))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  rerank {hit.Score:0.000}   cosine {hit.Cosine:0.000} (place {hit.Place,2})   {hit.Text}"));
        }
    }

    return measures ? await MeasureAsync(database) : 0;
}
finally
{
    if (keep < 0)
    {
        Directory.Delete(folder, recursive: true);
    }
}

async Task IngestAsync(DuckDBConnection database)
{
    List<Sentence> sentences = [.. Archipelago.Sentences()];
    using var checkpoint = new EmbeddingCheckpointFile(Path.Combine(folder, "archipelago.checkpoint"));
    EmbeddingRun<Sentence> run = bedrock.EmbedManyAsync(model, sentences.ToAsyncEnumerable(), new EmbeddingPipelineOptions<Sentence>
    {
        Text = s => s.Text,
        Key = s => s.Id,
        Dimensions = Dimensions,
        Checkpoint = checkpoint,
        ExpectedCount = sentences.Count,
        DeadLetter = (item, _) =>
        {
            Console.Error.WriteLine($"not embedded: {item.Key}: {item.Error!.Message}");
            return ValueTask.CompletedTask;
        },
    });
    await foreach (EmbeddedItem<Sentence> item in run)
    {
        // OR REPLACE: an item that was being stored when a run was stopped comes a second time.
        using DuckDBCommand insert = database.CreateCommand();
        insert.CommandText = $"INSERT OR REPLACE INTO sentences VALUES ($id, $sentence, $vector::FLOAT[{Dimensions}])";
        insert.Parameters.Add(new DuckDBParameter("id", item.Item.Id));
        insert.Parameters.Add(new DuckDBParameter("sentence", item.Item.Text));
        insert.Parameters.Add(new DuckDBParameter("vector", item.Vector.ToArray()));
        insert.ExecuteNonQuery();
    }

    EmbeddingProgress p = run.Progress;
    using DuckDBCommand count = database.CreateCommand();
    count.CommandText = "SELECT count(*) FROM sentences";
    Console.WriteLine(
        $"ingest: {p.Done} embedded, {p.Skipped} unchanged, {p.Failed} failed; {p.Calls} calls, {p.InputTokens ?? 0} tokens; {count.ExecuteScalar()} sentences stored");
}

// Recall@3: how often the sentence that a person would want is one of the three shown.
async Task<int> MeasureAsync(DuckDBConnection database)
{
    const double LeastRecall = 0.9;
    (string Question, string Answer)[] known = [.. Archipelago.Questions()];
    int found = 0;
    foreach ((string question, string answer) in known)
    {
        found += (await AskAsync(database, question)).Any(hit => hit.Text == answer) ? 1 : 0;
    }

    double recall = (double)found / known.Length;
    Console.WriteLine();
    if (recall < LeastRecall)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"quality check failed: recall@3 is {recall:0.00}, at least {LeastRecall:0.00}"));
        return 2;
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"quality: recall@3 {recall:0.00} ({found} of {known.Length})"));
    return 0;
}

async Task<IReadOnlyList<Hit>> AskAsync(DuckDBConnection database, string asked)
{
    string question = args.Contains("--break") ? asked.Split(' ')[0] : asked;
    EmbeddingResult embedded = await bedrock.EmbedAsync(model, [question], EmbeddingPurpose.Query, Dimensions);
    var candidates = new List<(string Text, float Score)>();
    using (DuckDBCommand search = database.CreateCommand())
    {
        search.CommandText = $"SELECT sentence, array_cosine_similarity(vector, $query::FLOAT[{Dimensions}]) AS score FROM sentences ORDER BY score DESC LIMIT 10";
        search.Parameters.Add(new DuckDBParameter("query", embedded.Vectors[0].ToArray()));
        using DuckDBDataReader row = search.ExecuteReader();
        while (row.Read())
        {
            candidates.Add((row.GetString(0), row.GetFloat(1)));
        }
    }

    RerankResult ranked = await bedrock.RerankAsync(reranker, question, [.. candidates.Select(c => c.Text)], topN: 3);
    return [.. ranked.Documents.Select(one => new Hit(candidates[one.Index].Text, one.Score, candidates[one.Index].Score, one.Index + 1))];
}

static void Execute(DuckDBConnection database, string sql)
{
    using DuckDBCommand command = database.CreateCommand();
    command.CommandText = sql;
    command.ExecuteNonQuery();
}

internal sealed record Hit(string Text, double Score, float Cosine, int Place);

internal sealed record Sentence(string Id, string Text);

internal static class Archipelago
{
    // Island, harbour master, ferry time, berth, bird, dish, craft, market day, hill, well, festival.
    private static readonly string[][] Islands =
    [
        ["Skerrin", "Ada Thorne", "nine", "12 crowns", "puffins", "smoked eel", "rope", "Monday", "Grey Tor", "Saint Bride's well", "lantern night"],
        ["Holm", "Bram Ferrier", "ten past seven", "15 crowns", "fulmars", "barley soup", "sails", "Tuesday", "Long Rise", "the deep spring",
            "the herring fair"],
        ["Ullay", "Cora Vance", "noon", "9 crowns", "terns", "crab pie", "clay pots", "Wednesday", "Beacon Hill", "the mill pond", "the kite weekend"],
        ["Orsby", "Dov Hallam", "half past two", "20 crowns", "razorbills", "plum cake", "glass floats", "Thursday", "Sheep Law", "the abbey cistern",
            "midsummer fires"],
        ["Tarrow", "Esme Quill", "six in the morning", "11 crowns", "gannets", "pickled samphire", "oars", "Friday", "Raven Crag", "the twin wells",
            "the rowing race"],
        ["Nevis Point", "Finn Garrow", "four", "8 crowns", "curlews", "oat bread", "baskets", "Saturday", "Signal Mound", "the roof tanks", "the storm supper"],
        ["Lammer", "Greta Sol", "eight in the evening", "14 crowns", "oystercatchers", "mussel stew", "anchors", "Sunday", "Windy Edge", "the chalk stream",
            "the song week"],
        ["Brough", "Hugh Marrin", "a quarter to eleven", "10 crowns", "eider ducks", "honey wafers", "lamps", "Monday afternoon", "Castle Knoll",
            "the tide-free pool", "apple day"],
        ["Fennick", "Iris Dale", "five past three", "13 crowns", "storm petrels", "potato dumplings", "nets", "Tuesday evening", "Moss Top", "the village pump",
            "the lambing walk"],
        ["Stroma", "Jory Pike", "seven", "7 crowns", "guillemots", "seaweed crisps", "wool blankets", "Wednesday morning", "Cairn Brow", "the rain barrels",
            "the first-boat feast"],
        ["Copsay", "Kit Ronan", "one", "16 crowns", "shearwaters", "cherry tart", "fiddles", "Thursday evening", "Bell Hill", "the chapel fountain",
            "dance night"],
        ["Vellan", "Lena Stroud", "dusk", "18 crowns", "sea eagles", "goat cheese", "compasses", "Friday afternoon", "High Seat", "the cave spring",
            "star week"],
    ];

    private static readonly string[] More =
    [
        "A red flag over a harbour means that no boat may leave.", "Letters for all islands are sorted in the old customs house.",
        "The doctor visits each island once a week by motor boat.", "Broken sails are repaired by the sailmakers in the loft behind the church.",
        "Children from the small islands go to school by boat.", "In thick fog the lighthouse sounds its horn every forty seconds.",
        "Dogs travel free of charge but must be kept on a lead.", "Bicycles can be hired beside every pier from April to October.",
        "The library boat lends books, maps and musical instruments.", "Drinking water is checked in the laboratory every second month.",
        "Whales pass the western islands late in August.", "Camping is allowed above the high-water mark for two nights.",
        "Lost luggage is kept for a year in the office of the ferry company.", "Solar panels light the piers all winter.",
        "The lifeboat is crewed by volunteers from three islands.", "Honey bees are bred on the islands because no sick swarm can reach them.",
        "The tide turns four times a day in the inner sound.", "Fishing with nets is forbidden in the seal sanctuary.",
        "A pass for all ferries costs forty crowns a week.", "Old timbers of ships were built into many roofs.",
    ];

    // Four questions about each island, with the sentence that answers.
    public static IEnumerable<(string Question, string Answer)> Questions()
    {
        Dictionary<string, string> texts = Sentences().ToDictionary(sentence => sentence.Id, sentence => sentence.Text);
        (string Fact, string Question)[] forms =
        [
            ("ferry", "When does the ferry to {0} leave?"), ("master", "Who is harbour master of {0}?"),
            ("berth", "What does a berth at {0} cost for the night?"), ("market", "When is the market held on {0}?"),
        ];
        return from island in Islands
               from form in forms
               let id = island[0].Replace(' ', '-').ToLowerInvariant()
               select (form.Question.Replace("{0}", island[0], StringComparison.Ordinal), texts[$"{id}-{form.Fact}"]);
    }

    public static IEnumerable<Sentence> Sentences()
    {
        foreach (string[] i in Islands)
        {
            string id = i[0].Replace(' ', '-').ToLowerInvariant();
            yield return new($"{id}-ferry", $"The ferry to {i[0]} leaves the mainland at {i[2]} every day.");
            yield return new($"{id}-return", $"The last boat back from {i[0]} sails three hours after the ferry has arrived.");
            yield return new($"{id}-master", $"{i[1]} is the harbour master of {i[0]} and answers on channel twelve.");
            yield return new($"{id}-berth", $"A berth for the night at {i[0]} costs {i[3]}, showers included.");
            yield return new($"{id}-bird", $"Between May and July you can see {i[4]} nesting on the cliffs of {i[0]}.");
            yield return new($"{id}-dish", $"Every inn on {i[0]} serves {i[5]}, made by a recipe that is kept secret.");
            yield return new($"{id}-craft", $"The workshops of {i[0]} have made {i[6]} for two hundred years.");
            yield return new($"{id}-market", $"Farmers and fishers hold their market on {i[0]} on {i[7]}.");
            yield return new($"{id}-hill", $"From {i[8]}, the highest place on {i[0]}, the mainland is visible in clear weather.");
            yield return new($"{id}-path", $"The path up {i[8]} is steep, takes an hour, and is closed in a gale.");
            yield return new($"{id}-water", $"Fresh water on {i[0]} comes from {i[9]}.");
            yield return new($"{id}-feast", $"On {i[0]} the year ends with {i[10]}, when every window is lit.");
            yield return new($"{id}-school", $"The school of {i[0]} teaches navigation beside reading and sums.");
            yield return new($"{id}-store", $"The general store of {i[0]} opens when its owner is awake and sells paraffin, tea and stamps.");
            yield return new($"{id}-rescue", $"In an emergency on {i[0]}, ring the bell at the pier three times.");
            yield return new($"{id}-history", $"Monks settled on {i[0]} a thousand years ago and kept bees beneath {i[8]}.");
            yield return new($"{id}-anchor", $"Yachts should not anchor off {i[0]} in an easterly wind.");
            yield return new($"{id}-museum", $"The small museum of {i[0]} shows {i[6]}, old charts and a stuffed seal.");
        }

        for (int n = 0; n < More.Length; n++)
        {
            yield return new($"more-{n}", More[n]);
        }
    }
}
