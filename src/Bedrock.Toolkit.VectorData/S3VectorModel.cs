using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using Microsoft.Extensions.VectorData.ProviderServices;

namespace Bedrock.Toolkit.VectorData;

/// <summary>Reads which members a record has, and refuses what an index cannot hold.</summary>
internal sealed class S3VectorModel() : CollectionModelBuilder(Building)
{
    /// <summary>How many metadata keys of an index may be left out of filters.</summary>
    public const int MostNonFilterable = 10;

    private const string Keys = "string, Guid, int, long";
    private const string Values = "string, bool, int, long, short, byte, float, double, string[], List<string>";
    private const string Vectors = "ReadOnlyMemory<float>, Embedding<float>, float[]";

    private static readonly CollectionModelBuildingOptions Building = new() { RequiresAtLeastOneVector = true, SupportsMultipleVectors = false };

    private static readonly Type[] ValueTypes =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(short), typeof(byte), typeof(float), typeof(double),
        typeof(string[]), typeof(List<string>),
    ];

    [RequiresDynamicCode("Records are made and read by reflection.")]
    [RequiresUnreferencedCode("Records are made and read by reflection.")]
    public static CollectionModel Of(Type record, Type key, VectorStoreCollectionDefinition? definition, IEmbeddingGenerator? generator) =>
        Checked(new S3VectorModel().Build(record, key, definition, definition?.EmbeddingGenerator ?? generator));

    public static CollectionModel OfDictionaries(VectorStoreCollectionDefinition definition, IEmbeddingGenerator? generator)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Checked(new S3VectorModel().BuildDynamic(definition, definition.EmbeddingGenerator ?? generator));
    }

    protected override void ValidateKeyProperty(KeyPropertyModel keyProperty)
    {
        base.ValidateKeyProperty(keyProperty);
        if (keyProperty.Type != typeof(string) && keyProperty.Type != typeof(Guid) && keyProperty.Type != typeof(int) && keyProperty.Type != typeof(long))
        {
            throw new NotSupportedException($"The key '{keyProperty.ModelName}' is a {keyProperty.Type.Name}; S3 Vectors takes {Keys}.");
        }
    }

    protected override bool IsDataPropertyTypeValid(Type type, [NotNullWhen(false)] out string? supportedTypes)
    {
        supportedTypes = Values;
        return ValueTypes.Contains(Nullable.GetUnderlyingType(type) ?? type);
    }

    protected override bool IsVectorPropertyTypeValid(Type type, [NotNullWhen(false)] out string? supportedTypes)
    {
        supportedTypes = Vectors;
        Type known = Nullable.GetUnderlyingType(type) ?? type;
        return known == typeof(ReadOnlyMemory<float>) || known == typeof(Embedding<float>) || known == typeof(float[]);
    }

    private static CollectionModel Checked(CollectionModel model)
    {
        int notIndexed = model.DataProperties.Count(static property => !property.IsIndexed);
        return model.VectorProperty.DistanceFunction is not (null or DistanceFunction.CosineSimilarity or DistanceFunction.CosineDistance
            or DistanceFunction.EuclideanDistance)
            ? throw new NotSupportedException(
                $"The distance function {model.VectorProperty.DistanceFunction} is none of S3 Vectors: CosineSimilarity, CosineDistance, EuclideanDistance.")
            : notIndexed > MostNonFilterable
                ? throw new NotSupportedException($"{notIndexed} data properties are not indexed; an index leaves at most {MostNonFilterable} out of filters.")
                : model;
    }
}
