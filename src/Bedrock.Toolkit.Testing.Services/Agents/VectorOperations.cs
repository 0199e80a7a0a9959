using System.Globalization;
using System.Text.Json;
using Bedrock.Toolkit.Agents.S3Vectors;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Agents;

/// <summary>
/// S3 Vectors: buckets, indexes and vectors stay until they are deleted; a query looks at every vector.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-limitations.html
/// </summary>
internal static class VectorOperations
{
    private const int MostVectors = 500;
    private const int MostMetadataBytes = 40 * 1024;
    private const int MostFilterableBytes = 2 * 1024;

    public static Answer CreateBucket(AgentsCall call)
    {
        CreateVectorBucketRequest request = call.ReadBody<CreateVectorBucketRequest>();
        if (call.State.Buckets.ContainsKey(request.VectorBucketName))
        {
            throw new ServiceFailure(409, "ConflictException", "A vector bucket with the specified name already exists.");
        }

        string arn = $"arn:aws:s3vectors:{call.Call.Region}:{AgentsCall.Account}:bucket/{request.VectorBucketName}";
        call.State.Buckets[request.VectorBucketName] = new VectorBucketState(new VectorBucket
        {
            VectorBucketName = request.VectorBucketName,
            VectorBucketArn = arn,
            CreationTime = call.Now,
            EncryptionConfiguration = request.EncryptionConfiguration,
        });
        return AgentsCall.Json(new CreateVectorBucketResponse { VectorBucketArn = arn });
    }

    public static Answer GetBucket(AgentsCall call)
    {
        GetVectorBucketRequest request = call.ReadBody<GetVectorBucketRequest>();
        return AgentsCall.Json(new GetVectorBucketResponse { VectorBucket = Bucket(call, request.VectorBucketName, request.VectorBucketArn).About });
    }

    public static Answer ListBuckets(AgentsCall call)
    {
        ListVectorBucketsRequest request = call.ReadBody<ListVectorBucketsRequest>();
        (List<VectorBucketState> page, string? next) = Page(
            call.State.Buckets.Values.Where(one => one.About.VectorBucketName!.StartsWith(request.Prefix ?? string.Empty, StringComparison.Ordinal)),
            request.NextToken, request.MaxResults ?? 500);
        return AgentsCall.Json(new ListVectorBucketsResponse
        {
            VectorBuckets =
            [
                .. page.Select(one => new VectorBucketSummary
                {
                    VectorBucketName = one.About.VectorBucketName,
                    VectorBucketArn = one.About.VectorBucketArn,
                    CreationTime = one.About.CreationTime,
                }),
            ],
            NextToken = next,
        });
    }

    public static Answer DeleteBucket(AgentsCall call)
    {
        DeleteVectorBucketRequest request = call.ReadBody<DeleteVectorBucketRequest>();
        VectorBucketState bucket = Bucket(call, request.VectorBucketName, request.VectorBucketArn);
        if (bucket.Indexes.Count > 0)
        {
            throw new ServiceFailure(409, "ConflictException", "The specified vector bucket is not empty.");
        }

        call.State.Buckets.Remove(bucket.About.VectorBucketName!);
        return AgentsCall.Json(new DeleteVectorBucketResponse());
    }

    public static Answer CreateIndex(AgentsCall call)
    {
        CreateIndexRequest request = call.ReadBody<CreateIndexRequest>();
        VectorBucketState bucket = Bucket(call, request.VectorBucketName, request.VectorBucketArn);
        if (bucket.Indexes.ContainsKey(request.IndexName))
        {
            throw new ServiceFailure(409, "ConflictException", "An index with the specified name already exists.");
        }

        if (request.Dimension is < 1 or > 4096)
        {
            throw ServiceFailure.Validation("Value at 'dimension' failed to satisfy constraint: Member must have a value between 1 and 4096");
        }

        string arn = $"{bucket.About.VectorBucketArn}/index/{request.IndexName}";
        bucket.Indexes[request.IndexName] = new VectorIndexState(new VectorIndex
        {
            VectorBucketName = bucket.About.VectorBucketName,
            IndexName = request.IndexName,
            IndexArn = arn,
            CreationTime = call.Now,
            DataType = request.DataType,
            Dimension = request.Dimension,
            DistanceMetric = request.DistanceMetric,
            MetadataConfiguration = request.MetadataConfiguration,
            EncryptionConfiguration = request.EncryptionConfiguration,
        });
        return AgentsCall.Json(new CreateIndexResponse { IndexArn = arn });
    }

    public static Answer GetIndex(AgentsCall call)
    {
        GetIndexRequest request = call.ReadBody<GetIndexRequest>();
        return AgentsCall.Json(new GetIndexResponse { Index = Index(call, request.VectorBucketName, request.IndexName, request.IndexArn).About });
    }

    public static Answer ListIndexes(AgentsCall call)
    {
        ListIndexesRequest request = call.ReadBody<ListIndexesRequest>();
        VectorBucketState bucket = Bucket(call, request.VectorBucketName, request.VectorBucketArn);
        (List<VectorIndexState> page, string? next) = Page(
            bucket.Indexes.Values.Where(one => one.About.IndexName!.StartsWith(request.Prefix ?? string.Empty, StringComparison.Ordinal)),
            request.NextToken, request.MaxResults ?? 500);
        return AgentsCall.Json(new ListIndexesResponse
        {
            Indexes =
            [
                .. page.Select(one => new IndexSummary
                {
                    VectorBucketName = one.About.VectorBucketName,
                    IndexName = one.About.IndexName,
                    IndexArn = one.About.IndexArn,
                    CreationTime = one.About.CreationTime,
                }),
            ],
            NextToken = next,
        });
    }

    public static Answer DeleteIndex(AgentsCall call)
    {
        DeleteIndexRequest request = call.ReadBody<DeleteIndexRequest>();
        VectorIndexState index = Index(call, request.VectorBucketName, request.IndexName, request.IndexArn);
        call.State.Buckets[index.About.VectorBucketName!].Indexes.Remove(index.About.IndexName!);
        return AgentsCall.Json(new DeleteIndexResponse());
    }

    public static Answer Put(AgentsCall call)
    {
        PutVectorsRequest request = call.ReadBody<PutVectorsRequest>();
        VectorIndexState index = Index(call, request.VectorBucketName, request.IndexName, request.IndexArn);
        if (request.Vectors.Count is 0 or > MostVectors)
        {
            throw ServiceFailure.Validation($"Value at 'vectors' failed to satisfy constraint: Member must have length between 1 and {MostVectors}");
        }

        Take(call, index, request.Vectors.Count);
        Dictionary<string, StoredVector> read = [];
        foreach (PutInputVector vector in request.Vectors)
        {
            float[] data = Vector(index, vector.Data);
            CheckMetadata(index, vector.Metadata);
            read[vector.Key] = new StoredVector(data, vector.Metadata);
        }

        foreach ((string key, StoredVector vector) in read)
        {
            index.Vectors[key] = vector;
        }

        return AgentsCall.Json(new PutVectorsResponse());
    }

    public static Answer Get(AgentsCall call)
    {
        GetVectorsRequest request = call.ReadBody<GetVectorsRequest>();
        VectorIndexState index = Index(call, request.VectorBucketName, request.IndexName, request.IndexArn);
        return AgentsCall.Json(new GetVectorsResponse
        {
            Vectors =
            [
                .. from key in request.Keys
                   where index.Vectors.ContainsKey(key)
                   let found = index.Vectors[key]
                   select new GetOutputVector
                   {
                       Key = key,
                       Data = request.ReturnData == true ? new VectorValuesFloat32 { Float32 = found.Data } : null,
                       Metadata = request.ReturnMetadata == true ? found.Metadata : null,
                   },
            ],
        });
    }

    public static Answer List(AgentsCall call)
    {
        ListVectorsRequest request = call.ReadBody<ListVectorsRequest>();
        VectorIndexState index = Index(call, request.VectorBucketName, request.IndexName, request.IndexArn);
        int segments = request.SegmentCount ?? 1;
        IEnumerable<KeyValuePair<string, StoredVector>> all = index.Vectors.Where(
            (_, at) => at % segments == (request.SegmentIndex ?? 0));
        (List<KeyValuePair<string, StoredVector>> page, string? next) = Page(all, request.NextToken, request.MaxResults ?? 500);
        return AgentsCall.Json(new ListVectorsResponse
        {
            Vectors =
            [
                .. page.Select(one => new ListOutputVector
                {
                    Key = one.Key,
                    Data = request.ReturnData == true ? new VectorValuesFloat32 { Float32 = one.Value.Data } : null,
                    Metadata = request.ReturnMetadata == true ? one.Value.Metadata : null,
                }),
            ],
            NextToken = next,
        });
    }

    public static Answer Delete(AgentsCall call)
    {
        DeleteVectorsRequest request = call.ReadBody<DeleteVectorsRequest>();
        VectorIndexState index = Index(call, request.VectorBucketName, request.IndexName, request.IndexArn);
        Take(call, index, request.Keys.Count);
        foreach (string key in request.Keys)
        {
            index.Vectors.Remove(key);
        }

        return AgentsCall.Json(new DeleteVectorsResponse());
    }

    public static Answer Query(AgentsCall call)
    {
        QueryVectorsRequest request = call.ReadBody<QueryVectorsRequest>();
        VectorIndexState index = Index(call, request.VectorBucketName, request.IndexName, request.IndexArn);
        if (request.TopK is < 1 or > 100)
        {
            throw ServiceFailure.Validation("Value at 'topK' failed to satisfy constraint: Member must have a value between 1 and 100");
        }

        float[] wanted = Vector(index, request.QueryVector);
        bool isCosine = index.About.DistanceMetric == DistanceMetric.Cosine;
        IEnumerable<(string Key, StoredVector Vector, double Distance)> found =
            from one in index.Vectors
            where request.Filter is not { } filter || VectorFilter.Passes(filter, one.Value.Metadata, index.NonFilterable)
            let distance = isCosine ? Cosine(wanted, one.Value.Data) : Euclidean(wanted, one.Value.Data)
            orderby distance
            select (one.Key, one.Value, distance);
        return AgentsCall.Json(new QueryVectorsResponse
        {
            DistanceMetric = index.About.DistanceMetric,
            Vectors =
            [
                .. found.Take(request.TopK).Select(one => new QueryOutputVector
                {
                    Key = one.Key,
                    Distance = request.ReturnDistance == true ? one.Distance : null,
                    Metadata = request.ReturnMetadata == true ? one.Vector.Metadata : null,
                }),
            ],
        });
    }

    private static void Take(AgentsCall call, VectorIndexState index, int count)
    {
        if (!index.TryTake(count, call.State.VectorsPerSecond, call.Now))
        {
            throw new ServiceFailure(429, "TooManyRequestsException", "The request was denied due to request throttling.");
        }
    }

    private static float[] Vector(VectorIndexState index, VectorValues given)
    {
        float[] data = given is VectorValuesFloat32 { Float32: var numbers } ? numbers.ToArray() : [];
        bool isZero = index.About.DistanceMetric == DistanceMetric.Cosine && Array.TrueForAll(data, static number => number == 0);
        return data.Length != index.About.Dimension
            ? throw ServiceFailure.Validation(
                $"Invalid record for vector: the dimension of the index is {index.About.Dimension}, the vector has {data.Length}.")
            : isZero || !Array.TrueForAll(data, float.IsFinite)
                ? throw ServiceFailure.Validation(
                    "Invalid record for vector: a cosine index takes no zero vector, and no index takes numbers that are not finite.")
                : data;
    }

    private static void CheckMetadata(VectorIndexState index, JsonElement? metadata)
    {
        if (metadata is not { ValueKind: JsonValueKind.Object } known)
        {
            return;
        }

        int all = known.GetRawText().Length;
        int filterable = known.EnumerateObject().Where(part => !index.NonFilterable.Contains(part.Name))
            .Sum(part => part.Name.Length + part.Value.GetRawText().Length);
        if (all > MostMetadataBytes || filterable > MostFilterableBytes)
        {
            throw ServiceFailure.Validation(
                $"Invalid record for vector: metadata take {MostMetadataBytes} bytes, filterable ones {MostFilterableBytes}; here are {all} and {filterable}.");
        }
    }

    private static VectorBucketState Bucket(AgentsCall call, string? name, string? arn)
    {
        string wanted = name ?? arn?[(arn.LastIndexOf(":bucket/", StringComparison.Ordinal) + ":bucket/".Length)..]
            ?? throw ServiceFailure.Validation("Specify vectorBucketName or vectorBucketArn.");
        return call.State.Buckets.GetValueOrDefault(wanted)
            ?? throw new ServiceFailure(404, "NotFoundException", "The specified vector bucket could not be found.");
    }

    private static VectorIndexState Index(AgentsCall call, string? bucketName, string? name, string? arn)
    {
        if (arn is not null)
        {
            string[] parts = arn[(arn.LastIndexOf(":bucket/", StringComparison.Ordinal) + ":bucket/".Length)..].Split("/index/");
            (bucketName, name) = (parts[0], parts[^1]);
        }

        return Bucket(call, bucketName, null).Indexes.GetValueOrDefault(name ?? string.Empty)
            ?? throw new ServiceFailure(404, "NotFoundException", "The specified index could not be found.");
    }

    private static (List<T> Page, string? Next) Page<T>(IEnumerable<T> all, string? token, int most)
    {
        int from = int.TryParse(token, CultureInfo.InvariantCulture, out int start) ? start : 0;
        List<T> page = [.. all.Skip(from).Take(most + 1)];
        bool more = page.Count > most;
        return (more ? page[..most] : page, more ? (from + most).ToString(CultureInfo.InvariantCulture) : null);
    }

    private static double Cosine(float[] one, float[] other)
    {
        double dot = 0;
        double a = 0;
        double b = 0;
        for (int i = 0; i < one.Length; i++)
        {
            dot += (double)one[i] * other[i];
            a += (double)one[i] * one[i];
            b += (double)other[i] * other[i];
        }

        return 1 - (dot / Math.Sqrt(a * b));
    }

    private static double Euclidean(float[] one, float[] other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++)
        {
            double difference = (double)one[i] - other[i];
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }
}
