using System.Linq.Expressions;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;

namespace Bedrock.Toolkit.Ecosystem.Tests.Programs;

/// <summary>A collection in memory that asks its generator as stores do: without options, for what is stored and for what is searched. Not
/// thread-safe.</summary>
internal sealed class MemoryCollection(string name, VectorStoreCollectionDefinition definition) : VectorStoreCollection<int, Note>
{
    private readonly Dictionary<int, (Note Note, ReadOnlyMemory<float> Vector)> _notes = [];

    public override string Name => name;

    private IEmbeddingGenerator Generator =>
        definition.Properties.OfType<VectorStoreVectorProperty>().Single().EmbeddingGenerator ?? definition.EmbeddingGenerator
            ?? throw new InvalidOperationException("There is no generator.");

    public override Task<bool> CollectionExistsAsync(CancellationToken cancellationToken = default) => Task.FromResult(true);

    public override Task EnsureCollectionExistsAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public override Task EnsureCollectionDeletedAsync(CancellationToken cancellationToken = default)
    {
        _notes.Clear();
        return Task.CompletedTask;
    }

    public override Task<Note?> GetAsync(int key, RecordRetrievalOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(_notes.TryGetValue(key, out (Note Note, ReadOnlyMemory<float> Vector) found) ? found.Note : null);

    public override async IAsyncEnumerable<Note> GetAsync(
        Expression<Func<Note, bool>> filter,
        int top,
        FilteredRecordRetrievalOptions<Note>? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        foreach ((Note note, _) in _notes.Values.Where(entry => filter.Compile()(entry.Note)).Take(top))
        {
            yield return note;
        }
    }

    public override Task DeleteAsync(int key, CancellationToken cancellationToken = default)
    {
        _notes.Remove(key);
        return Task.CompletedTask;
    }

    public override async Task UpsertAsync(Note record, CancellationToken cancellationToken = default) => await UpsertAsync([record], cancellationToken);

    public override async Task UpsertAsync(IEnumerable<Note> records, CancellationToken cancellationToken = default)
    {
        Note[] notes = [.. records];
        GeneratedEmbeddings<Embedding<float>> vectors = Generator switch
        {
            IEmbeddingGenerator<string, Embedding<float>> texts when Array.TrueForAll(notes, note => note.Vector is string) =>
                await texts.GenerateAsync(notes.Select(note => (string)note.Vector!), cancellationToken: cancellationToken),
            IEmbeddingGenerator<DataContent, Embedding<float>> pictures when Array.TrueForAll(notes, note => note.Vector is DataContent) =>
                await pictures.GenerateAsync(notes.Select(note => (DataContent)note.Vector!), cancellationToken: cancellationToken),
            _ => throw new InvalidOperationException("The generator does not take what is stored."),
        };
        for (int i = 0; i < notes.Length; i++)
        {
            _notes[notes[i].Id] = (notes[i], vectors[i].Vector);
        }
    }

    public override async IAsyncEnumerable<VectorSearchResult<Note>> SearchAsync<TInput>(
        TInput searchValue,
        int top,
        VectorSearchOptions<Note>? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ReadOnlyMemory<float> wanted = searchValue switch
        {
            ReadOnlyMemory<float> vector => vector,
            _ when Generator is IEmbeddingGenerator<TInput, Embedding<float>> generator =>
                (await generator.GenerateAsync([searchValue], cancellationToken: cancellationToken))[0].Vector,
            _ => throw new InvalidOperationException($"The generator takes no {typeof(TInput).Name}."),
        };
        foreach (VectorSearchResult<Note> found in _notes.Values
            .Select(entry => new VectorSearchResult<Note>(entry.Note, TensorPrimitives.CosineSimilarity(wanted.Span, entry.Vector.Span)))
            .OrderByDescending(found => found.Score).Take(top))
        {
            yield return found;
        }
    }

    public override object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;
}
