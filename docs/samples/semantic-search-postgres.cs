#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing
#:package Npgsql
#:package Pgvector
#:property PublishAot=false

// Semantic search in PostgreSQL with the extension pgvector. Vectors and checkpoint lie in one database.
// Needs a server: the connection string comes from the environment variable PG_CONNECTION, such as
//   PG_CONNECTION="Host=localhost;Username=me;Password=…;Database=search" dotnet run docs/samples/semantic-search-postgres.cs -- "Your question?"
// Bedrock is the embedded server, or AWS with --aws.
using System.Globalization;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Npgsql;
using Pgvector;

const int Dimensions = 512;
var model = CohereEmbedModels.V4;

if (Environment.GetEnvironmentVariable("PG_CONNECTION") is not { Length: > 0 } connection)
{
    Console.Error.WriteLine("Set PG_CONNECTION to the connection string of a PostgreSQL server that has pgvector.");
    return 1;
}

string[] sentences =
[
    "The ferry to the island leaves at nine.",
    "Fresh bread is sold at the bakery every morning.",
    "The library closes early on Friday.",
    "Rain is expected in the evening.",
    "Tickets for the concert are sold out.",
    "The harbour master collects the berth fee at noon.",
];

var builder = new NpgsqlDataSourceBuilder(connection);
builder.UseVector();
await using NpgsqlDataSource database = builder.Build();
try
{
    await ExecuteAsync("CREATE EXTENSION IF NOT EXISTS vector");
}
catch (PostgresException e) when (
    e.SqlState is PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.InsufficientPrivilege)
{
    Console.Error.WriteLine($"This server has no extension pgvector, or this user may not add it to the database: {e.MessageText}");
    return 1;
}

// Types are read once, at the first connection: before that the extension may not have been there.
await using (NpgsqlConnection first = await database.OpenConnectionAsync())
{
    await first.ReloadTypesAsync();
}

await ExecuteAsync($"""
    CREATE TABLE IF NOT EXISTS sentences (id text PRIMARY KEY, sentence text NOT NULL, vector vector({Dimensions}) NOT NULL);
    CREATE INDEX IF NOT EXISTS sentences_vector ON sentences USING hnsw (vector vector_cosine_ops);
    CREATE TABLE IF NOT EXISTS embedding_checkpoint (key text PRIMARY KEY, content_hash text NOT NULL, state smallint NOT NULL);
    """);

await using BedrockServer? server = args.Contains("--aws") ? null : await BedrockServer.StartAsync();
using BedrockClient bedrock = server?.CreateClient() ?? new BedrockClient();

EmbeddingRun<string> run = bedrock.EmbedManyAsync(model, sentences.ToAsyncEnumerable(), new EmbeddingPipelineOptions<string>
{
    // A hash of its own would do as well: a key only has to be the same in the next run.
    Key = sentence => "sentence-" + Array.IndexOf(sentences, sentence).ToString(CultureInfo.InvariantCulture),
    Dimensions = Dimensions,
    Checkpoint = new PostgresCheckpoint(database),
});
await foreach (EmbeddedItem<string> item in run)
{
    await using NpgsqlCommand insert = database.CreateCommand(
        "INSERT INTO sentences VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET sentence = EXCLUDED.sentence, vector = EXCLUDED.vector");
    insert.Parameters.AddWithValue(item.Key!);
    insert.Parameters.AddWithValue(item.Item);
    insert.Parameters.AddWithValue(new Vector(item.Vector));
    await insert.ExecuteNonQueryAsync();
}

Console.WriteLine($"ingest: {run.Progress.Done} embedded, {run.Progress.Skipped} unchanged");

string question = args.FirstOrDefault(a => !a.StartsWith("--", StringComparison.Ordinal)) ?? "When does the ferry leave?";
EmbeddingResult query = await bedrock.EmbedAsync(model, [question], EmbeddingPurpose.Query, Dimensions);
await using NpgsqlCommand search = database.CreateCommand("SELECT sentence, 1 - (vector <=> $1) AS score FROM sentences ORDER BY vector <=> $1 LIMIT 3");
search.Parameters.AddWithValue(new Vector(query.Vectors[0]));
await using NpgsqlDataReader row = await search.ExecuteReaderAsync();
Console.WriteLine($"question: {question}");
while (await row.ReadAsync())
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {row.GetDouble(1):0.000}  {row.GetString(0)}"));
}

return 0;

async Task ExecuteAsync(string sql)
{
    await using NpgsqlCommand command = database.CreateCommand(sql);
    await command.ExecuteNonQueryAsync();
}

/// <summary>The checkpoint of a run in a table beside the vectors.</summary>
internal sealed class PostgresCheckpoint(NpgsqlDataSource database) : IEmbeddingCheckpoint
{
    public async ValueTask<EmbeddingCheckpointEntry?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        await using NpgsqlCommand find = database.CreateCommand("SELECT content_hash, state FROM embedding_checkpoint WHERE key = $1");
        find.Parameters.AddWithValue(key);
        await using NpgsqlDataReader row = await find.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(key, UInt128.Parse(row.GetString(0), NumberStyles.HexNumber, CultureInfo.InvariantCulture), (EmbeddingItemState)row.GetInt16(1))
            : null;
    }

    public async ValueTask WriteAsync(IReadOnlyList<EmbeddingCheckpointEntry> entries, CancellationToken cancellationToken = default)
    {
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (EmbeddingCheckpointEntry entry in entries)
        {
            await using var write = new NpgsqlCommand(
                """
                INSERT INTO embedding_checkpoint VALUES ($1, $2, $3)
                ON CONFLICT (key) DO UPDATE SET content_hash = EXCLUDED.content_hash, state = EXCLUDED.state
                """,
                connection,
                transaction);
            write.Parameters.AddWithValue(entry.Key);
            write.Parameters.AddWithValue(entry.ContentHash.ToString("x32", CultureInfo.InvariantCulture));
            write.Parameters.AddWithValue((short)entry.State);
            await write.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
